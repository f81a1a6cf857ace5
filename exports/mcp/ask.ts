/** The files of charts and datasets as tools ask for them: by their addresses, as anybody does. */

import { listEntries, writeAddress } from '@/address/href';
import type { Query } from '@/address/parameters';
import type { Tracker } from '@/db/connection';
import { answerChart } from '../chart-answer';
import { answerDataset } from '../dataset-answer';
import { toSiteOrigin } from '../site';
import { Refused } from './tool';

const answers = { charts: answerChart, datasets: answerDataset } as const;

interface AskedFile {
  readonly kind: keyof typeof answers;
  readonly slug: string;
  readonly extension: string;
  readonly query: Query;
}

/** The file at its address; throws `Refused` in the words of its refusal. */
export async function askFile(tracker: Tracker, asked: AskedFile) {
  const { kind, slug, extension, query } = asked;
  const address = writeAddress(`/${kind}/${slug}.${extension}`, listEntries(query));
  const url = `${toSiteOrigin()}${address}`;
  const answer = await answers[kind](new Request(url), tracker, { slug, extension });
  if (answer.ok) return { answer, url };
  const { detail } = (await answer.json()) as { detail: string };
  throw new Refused(detail);
}

/** What a table in JSON says, as far as tools read it. */
export interface TableFile {
  readonly title: string;
  readonly description: readonly string[];
  readonly address: string;
  readonly permalink: string;
  readonly citation: string;
  readonly as_of: string | null;
  readonly snapshot: { readonly id: string; readonly collected_on: string };
  readonly licence: object;
  readonly credits: readonly string[];
  readonly freshness: readonly object[];
  readonly failed_checks?: readonly object[];
  readonly sources: readonly Readonly<Record<string, string | null>>[];
  readonly columns: readonly object[];
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}

export async function askTable(tracker: Tracker, asked: Omit<AskedFile, 'extension'>) {
  const { answer } = await askFile(tracker, { ...asked, extension: 'json' });
  return { table: (await answer.json()) as TableFile, headers: answer.headers };
}

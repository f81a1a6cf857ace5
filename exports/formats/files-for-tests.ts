/** Files of the frozen data, as they are downloaded. */

import type { Tracker } from '@/db/connection';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { answerChart } from '../chart-answer';
import { answerDataset } from '../dataset-answer';

interface Files {
  readonly tracker: Tracker;
  /** Downloads "/charts/…" or "/datasets/…". */
  readonly get: (path: string) => Promise<DownloadedFile>;
}

interface DownloadedFile {
  readonly answer: Response;
  readonly bytes: Uint8Array;
  /** A byte order mark is kept. */
  readonly text: string;
}

export function openFiles(): Files {
  const tracker = openFrozenData();
  return { tracker, get: (path) => get(tracker, path) };
}

async function get(tracker: Tracker, path: string): Promise<DownloadedFile> {
  const [, kind, slug = '', extension = ''] = /^\/(\w+)\/([^.]+)\.([\w.-]+)/.exec(path) ?? [];
  const request = new Request(`http://localhost${path}`);
  const answer = await (kind === 'charts' ? answerChart : answerDataset)(request, tracker, {
    slug,
    extension,
  });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { answer, bytes, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
}

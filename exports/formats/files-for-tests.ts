/** Files of the tracker's own data, as they are downloaded. */
import { openRealData } from '@/catalog/real-data-for-tests';
import type { Tracker } from '@/db/connection';
import { answerChart } from '../chart-answer';
import { answerDataset } from '../dataset-answer';

export interface Files {
  readonly tracker: Tracker;
  /** Downloads "/charts/…" or "/datasets/…". */
  readonly get: (path: string) => Promise<DownloadedFile>;
  readonly remove: () => void;
}

interface DownloadedFile {
  readonly answer: Response;
  readonly bytes: Uint8Array;
  /** A byte order mark is kept. */
  readonly text: string;
}

/** Loads the data. Call `remove` when done. */
export async function openFiles(): Promise<Files> {
  const { tracker, remove } = await openRealData();
  return { tracker, get: (path) => get(tracker, path), remove };
}

async function get(tracker: Tracker, path: string): Promise<DownloadedFile> {
  const [, kind, slug = '', extension = ''] = /^\/(\w+)\/([^.]+)\.(\w+)/.exec(path) ?? [];
  const request = new Request(`http://localhost${path}`);
  const answer = await (kind === 'charts' ? answerChart : answerDataset)(request, tracker, {
    slug,
    extension,
  });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { answer, bytes, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
}

/** `/download/tracker.sqlite`: the published database as a file. */
import { open } from 'node:fs/promises';
import type { Tracker } from '@/db/connection';
import { answerFile, answerUnchanged, toETag } from './answer';

/** An ingest puts a new file in the place of the old one, so a file once opened stays whole. */
export async function answerDatabase(request: Request, tracker: Tracker): Promise<Response> {
  const { id } = tracker.snapshot;
  const etag = toETag(request, id);
  const unchanged = answerUnchanged(request, etag);
  if (unchanged) return unchanged;
  const file = await open(tracker.orm.$client.name);
  const { size } = await file.stat();
  const answer = answerFile(
    {
      body: file.createReadStream(),
      mediaType: 'application/vnd.sqlite3',
      fileName: `ai-hardware-tracker_snapshot-${id.slice(0, 6)}.sqlite`,
      shown: false,
    },
    etag,
  );
  answer.headers.set('content-length', String(size));
  // Kept pages are for what many ask for; this is large and rarely asked for.
  answer.headers.set('x-tracker-cache', 'no');
  return answer;
}

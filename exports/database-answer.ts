/** `/download/tracker.sqlite`: the published database as a file, or with `snapshot=` a kept one. */
import { type FileHandle, open } from 'node:fs/promises';
import { toQuery } from '@/address/href';
import { listUnknownParameters } from '@/address/parameters';
import { type Tracker, toDatabaseFile } from '@/db/connection';
import { toKeptFile } from '@/db/kept-snapshots';
import { answerFile, answerUnchanged, answerWrongParameters, toETag } from './answer';
import { openAsked } from './publication-answer';

export async function answerDatabase(request: Request, current: Tracker): Promise<Response> {
  const asked = openAsked(current, toQuery(request.url));
  if (asked instanceof Response) return asked;
  const { tracker, lasts, query } = asked;
  const unknown = listUnknownParameters(query, ['snapshot']);
  if (unknown.length > 0) return answerWrongParameters(unknown);
  const { id } = tracker.snapshot;
  const etag = toETag(request, id);
  const unchanged = answerUnchanged(request, etag, lasts);
  if (unchanged) return unchanged;
  const file = await openFile(tracker);
  const { size } = await file.stat();
  return answerFile(
    {
      body: file.createReadStream(),
      size,
      mediaType: 'application/vnd.sqlite3',
      fileName: `ai-hardware-tracker_snapshot-${id.slice(0, 6)}.sqlite`,
      shown: false,
      lasts,
    },
    etag,
  );
}

/**
 * The kept file, whose name no ingest gives to other data; the present one where none
 * is kept. Once opened a file stays whole, whatever takes its place.
 */
function openFile({ orm, snapshot }: Tracker): Promise<FileHandle> {
  return open(toKeptFile(toDatabaseFile(), snapshot.id)).catch(() => open(orm.$client.name));
}

/** `/download/tracker.sqlite`: the published database as a file, or with `snapshot=` a kept one. */
import { type FileHandle, open } from 'node:fs/promises';
import { toQuery } from '@/address/href';
import { listUnknownParameters } from '@/address/parameters';
import { type Tracker, toDatabaseFile } from '@/db/connection';
import { isWhole, toKeptFile } from '@/db/kept-snapshots';
import {
  answerFile,
  answerProblem,
  answerUnchanged,
  answerWrongParameters,
  toETag,
} from './answer';
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
  if (!file) {
    return answerProblem({
      status: 503,
      title: 'The file is damaged',
      detail: `The database of snapshot ${id} is not as it was published. Its figures are to be had as CSV and JSON of each dataset; /datasets.json lists them.`,
    });
  }
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
 * The kept file, whose name no ingest gives to other data; the one in use where none is
 * kept; null where neither is as it was published. Once opened a file stays whole, whatever
 * takes its place.
 */
function openFile({ orm, snapshot }: Tracker): Promise<FileHandle> | null {
  const path = [toKeptFile(toDatabaseFile(), snapshot.id), orm.$client.name].find(isWhole);
  return path === undefined ? null : open(path);
}

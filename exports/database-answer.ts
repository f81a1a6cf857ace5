/** `/download/tracker.sqlite`: all tables of the published snapshot, or with `snapshot=` of a kept one. */
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
import { buildDatabaseFile } from './database-file';
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
  const path = findFile(tracker);
  if (path === undefined) {
    return answerProblem({
      status: 503,
      title: 'The file is damaged',
      detail: `The database of snapshot ${id} is not as it was published. Its figures are to be had as CSV and JSON of each dataset; /datasets.json lists them.`,
    });
  }
  const body = await buildDatabaseFile(path, tracker.snapshot);
  return answerFile(
    {
      body,
      size: body.length,
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
 * kept; neither where it is not as it was published.
 */
function findFile({ orm, snapshot }: Tracker): string | undefined {
  return [toKeptFile(toDatabaseFile(), snapshot.id), orm.$client.name].find(isWhole);
}

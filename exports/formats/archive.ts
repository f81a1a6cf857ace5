/**
 * Files packed into a ZIP while they are made. A member is read only as fast as the
 * archive is, and the same members give the same bytes.
 */
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface Member {
  /** Path inside the archive. */
  readonly name: string;
  /** What is packed already is stored as it is. */
  readonly packed?: boolean;
  readonly pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
}

/** `day` (ISO) is the date of every member: that of the data, not of the download. */
export async function* writeArchive(
  members: Iterable<Member>,
  day: string,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const archive = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  const encoder = new TextEncoder();
  for (const { name, packed = false, pieces } of members) {
    const file = packed ? new ZipPassThrough(name) : new ZipDeflate(name);
    file.mtime = toLocalNoon(day);
    archive.add(file);
    for await (const piece of pieces) {
      file.push(typeof piece === 'string' ? encoder.encode(piece) : piece);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  archive.end();
  yield* ready.splice(0);
}

/** Archives know no time zones: noon of the day, wherever the server stands. */
function toLocalNoon(day: string): Date {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}

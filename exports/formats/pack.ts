/**
 * Files packed into a ZIP while they are made, on the server and in a browser. A member is
 * read only as fast as the archive is, and the same members give the same bytes.
 */
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface Member {
  /** Path inside the archive. */
  readonly name: string;
  /** What is packed already is stored as it is. */
  readonly packed?: boolean;
  readonly pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
}

/** Adds a member to an archive; each step gives the archive something to hand on. */
export type Add = (
  archive: Zip,
  member: Pick<Member, 'name' | 'pieces'> & { readonly mtime: Date },
) => AsyncIterable<void>;

/** `day` (ISO) is the date of every member: that of the data, not of the download. */
export async function* packArchive(
  members: Iterable<Member>,
  day: string,
  deflate: Add = addTo((name) => new ZipDeflate(name)),
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const archive = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  const mtime = toLocalNoon(day);
  for (const { name, packed = false, pieces } of members) {
    const add = packed ? store : deflate;
    for await (const _ of add(archive, { name, pieces, mtime })) yield* ready.splice(0);
    yield* ready.splice(0);
  }
  archive.end();
  yield* ready.splice(0);
}

function addTo(open: (name: string) => ZipPassThrough | ZipDeflate): Add {
  return async function* (archive, { name, pieces, mtime }) {
    const file = open(name);
    file.mtime = mtime;
    archive.add(file);
    const encoder = new TextEncoder();
    for await (const piece of pieces) {
      yield file.push(typeof piece === 'string' ? encoder.encode(piece) : piece);
    }
    file.push(new Uint8Array(), true);
  };
}

const store = addTo((name) => new ZipPassThrough(name));

/** Archives know no time zones: noon of the day, wherever the server stands. */
function toLocalNoon(day: string): Date {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}

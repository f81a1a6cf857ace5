/**
 * Files packed into a ZIP while they are made. A member is read only as fast as the
 * archive is, and the same members give the same bytes.
 */
import { pipeline, type TransformOptions } from 'node:stream';
import { crc32, createDeflateRaw, type ZlibOptions } from 'node:zlib';
import { Zip, type ZipInputFile, ZipPassThrough } from 'fflate';

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
  const mtime = toLocalNoon(day);
  for (const { name, packed = false, pieces } of members) {
    const add = packed ? store : deflate;
    for await (const _ of add(archive, { name, pieces, mtime })) yield* ready.splice(0);
    yield* ready.splice(0);
  }
  archive.end();
  yield* ready.splice(0);
}

type Added = Pick<Member, 'name' | 'pieces'> & { readonly mtime: Date };

/** Each step gives the archive something to hand on. */
async function* store(archive: Zip, { name, pieces, mtime }: Added): AsyncGenerator<void> {
  const file = new ZipPassThrough(name);
  file.mtime = mtime;
  archive.add(file);
  for await (const piece of pieces) yield file.push(new Uint8Array(Buffer.from(piece)));
  file.push(new Uint8Array(), true);
}

/** The same, packed by a thread of Node's own while the next pieces are made. */
async function* deflate(archive: Zip, { name, pieces, mtime }: Added): AsyncGenerator<void> {
  const file: ZipInputFile = { filename: name, size: 0, crc: 0, compression: 8, mtime };
  archive.add(file);
  async function* count() {
    for await (const piece of pieces) {
      const bytes = Buffer.from(piece);
      file.size += bytes.length;
      file.crc = crc32(bytes, file.crc);
      yield bytes;
    }
  }
  // A failure reaches whoever reads the packed bytes.
  const packed = pipeline(count, createDeflateRaw(PACKING), () => {});
  for await (const bytes of packed) yield file.ondata?.(null, bytes, false);
  file.ondata?.(null, new Uint8Array(), true);
}

/** A few pieces wait in front of the thread, so that neither side stands still. */
const PACKING: ZlibOptions & TransformOptions = {
  level: 5,
  chunkSize: 64 * 1024,
  writableHighWaterMark: 256 * 1024,
};

/** Archives know no time zones: noon of the day, wherever the server stands. */
function toLocalNoon(day: string): Date {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}

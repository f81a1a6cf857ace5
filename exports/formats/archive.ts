/** Archives on the server: packed by a thread of Node's own while the next pieces are made. */
import { pipeline, type TransformOptions } from 'node:stream';
import { crc32, createDeflateRaw, type ZlibOptions } from 'node:zlib';
import type { ZipInputFile } from 'fflate';
import { type Add, type Member, packArchive } from './pack';

/** `day` (ISO) is the date of every member: that of the data, not of the download. */
export const writeArchive = (members: Iterable<Member>, day: string) =>
  packArchive(members, day, deflate);

const deflate: Add = async function* (archive, { name, pieces, mtime }) {
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
};

/** A few pieces wait in front of the thread, so that neither side stands still. */
const PACKING: ZlibOptions & TransformOptions = {
  level: 5,
  chunkSize: 64 * 1024,
  writableHighWaterMark: 256 * 1024,
};

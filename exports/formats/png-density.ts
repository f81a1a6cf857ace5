/**
 * How large a PNG's pixels are on paper: the chunk pHYs, without which programs
 * take them for those of a screen (https://www.w3.org/TR/png-3/#11pHYs).
 */

/** The same picture, said to have so many pixels a meter. */
export function addDensity(png: Uint8Array, pixelsPerMeter: number): Uint8Array {
  const chunk = Buffer.alloc(LENGTH + NAME + PAYLOAD + CHECKSUM);
  chunk.writeUInt32BE(PAYLOAD, 0);
  chunk.write('pHYs', LENGTH, 'latin1');
  chunk.writeUInt32BE(pixelsPerMeter, 8);
  chunk.writeUInt32BE(pixelsPerMeter, 12);
  chunk.writeUInt8(METRE, 16);
  chunk.writeUInt32BE(toChecksum(chunk.subarray(LENGTH, LENGTH + NAME + PAYLOAD)), 17);
  return Buffer.concat([png.subarray(0, AFTER_HEADER), chunk, png.subarray(AFTER_HEADER)]);
}

// Bytes of a chunk's parts; of pHYs, two numbers and a unit are the payload.
const [LENGTH, NAME, PAYLOAD, CHECKSUM] = [4, 4, 9, 4];
const METRE = 1;
// The signature and the header, which has to come first.
const AFTER_HEADER = 8 + LENGTH + NAME + 13 + CHECKSUM;

/** CRC-32; Node has had its own only since late in version 20. */
function toChecksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

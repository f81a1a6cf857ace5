/**
 * One picture: SVG in, PNG out, and the thread ends. A plain module, because a thread
 * is started from a file and not from what the build makes of it.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { deflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';

const { svg, options, pixelsPerMeter, texts } = workerData;
const { width, height, pixels } = new Resvg(svg, options).render();
const png = new Uint8Array(writePng());
parentPort?.postMessage(png, [png.buffer]);

/** https://www.w3.org/TR/png-3/ */
function writePng() {
  const channels = isOpaque() ? 3 : 4;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a channel; of color, with or without transparency.
  header.set([8, channels === 3 ? 2 : 6], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    toChunk('IHDR', header),
    ...(pixelsPerMeter ? [toChunk('pHYs', toDensity())] : []),
    ...texts.map(toTextChunk),
    toChunk('IDAT', deflateSync(toLines(channels), { memLevel: 9 })),
    toChunk('IEND', Buffer.alloc(0)),
  ]);
}

function isOpaque() {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return false;
  return true;
}

/** Lines from above, unfiltered: of flat colors a third smaller than with the usual filters. */
function toLines(channels) {
  const line = 1 + width * channels;
  const lines = Buffer.alloc(line * height);
  for (let y = 0; y < height; y += 1) {
    const from = y * width * 4;
    let to = y * line + 1;
    for (let at = from; at < from + width * 4; at += 4) {
      // What resvg gives is multiplied by how opaque it is; a file holds the color itself.
      const alpha = pixels[at + 3];
      for (let channel = 0; channel < 3; channel += 1) {
        const value = pixels[at + channel];
        lines[to + channel] = alpha === 255 || alpha === 0 ? value : (value * 255) / alpha + 0.5;
      }
      if (channels === 4) lines[to + 3] = alpha;
      to += channels;
    }
  }
  return lines;
}

/** How large it is on paper; without it programs take its pixels for those of a screen. */
function toDensity() {
  const chunk = Buffer.alloc(9);
  chunk.writeUInt32BE(pixelsPerMeter, 0);
  chunk.writeUInt32BE(pixelsPerMeter, 4);
  // Meters are the unit.
  chunk[8] = 1;
  return chunk;
}

/** In the plain kind, which every program lists, as far as Latin-1 can spell it. */
function toTextChunk([keyword, text]) {
  const isLatin = /^[\n -~\u00a0-\u00ff]*$/.test(text);
  return isLatin
    ? toChunk('tEXt', Buffer.from(`${keyword}\0${text}`, 'latin1'))
    : // Not compressed, and neither language nor translated keyword.
      toChunk('iTXt', Buffer.from(`${keyword}\0\0\0\0\0${text}`));
}

function toChunk(name, payload) {
  const chunk = Buffer.alloc(12 + payload.length);
  chunk.writeUInt32BE(payload.length, 0);
  chunk.write(name, 4, 'latin1');
  chunk.set(payload, 8);
  chunk.writeUInt32BE(toChecksum(chunk.subarray(4, 8 + payload.length)), 8 + payload.length);
  return chunk;
}

/** CRC-32; Node has had its own only since late in version 20. */
function toChecksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** A chart as PNG, drawn from its SVG with the fonts that lie next to the program. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ResvgRenderOptions } from '@resvg/resvg-js';
import type { Render } from '../format';
import type { Picture } from '../picture/frame';
import { MOST_PIXELS } from '../picture/size';
import { toFontOptions } from './font-files';
import { drawPicture } from './svg';

export const renderPng: Render = async (publication, values) => {
  const drawn = drawPicture(publication, values);
  if ('problem' in drawn) return drawn;
  const density = Number(values.density ?? 1);
  const pixels = drawn.width * drawn.height * density ** 2;
  if (pixels > MOST_PIXELS) {
    const most = Math.floor(Math.sqrt(MOST_PIXELS / (drawn.width * drawn.height)));
    const found = `${density}, which makes ${drawn.width * density} × ${drawn.height * density} pixels`;
    const allowed = Array.from({ length: most }, (_, index) => String(index + 1));
    return { problem: { parameter: 'density', found, allowed } };
  }
  const bytes = await rasterize(drawn, density);
  const { width, paper } = drawn;
  if (!paper) return { body: bytes };
  return { body: addDensity(bytes, Math.round((width * density * 1000) / paper.width)) };
};

function rasterize({ svg, width }: Picture, density: number): Promise<Uint8Array> {
  return drawInThread(svg, {
    fitTo: { mode: 'width', value: width * density },
    ...toFontOptions(),
  });
}

/**
 * A thread for each picture. The pixels lie outside of what the garbage collector
 * counts, so in a long-lived thread they pile up to gigabytes; the end of a thread
 * frees them. And nobody else waits while a large picture is packed.
 */
function drawInThread(svg: string, options: ResvgRenderOptions): Promise<Uint8Array> {
  const file = join(/* turbopackIgnore: true */ process.cwd(), ...THREAD);
  return new Promise((resolve, reject) => {
    // Without the loaders of this process, which it has no use for.
    new Worker(file, { execArgv: [], workerData: { svg, options } })
      .once('message', resolve)
      .once('error', reject)
      .once('exit', (code) => reject(new Error(`The thread of an image ended with ${code}.`)));
  });
}

const THREAD = ['exports', 'formats', 'png-thread.mjs'];

/**
 * The same picture, said to have so many pixels a meter on paper: the chunk pHYs, without
 * which programs take them for those of a screen (https://www.w3.org/TR/png-3/#11pHYs).
 */
function addDensity(png: Uint8Array, pixelsPerMeter: number): Uint8Array {
  const chunk = Buffer.alloc(LENGTH + NAME + PAYLOAD + CHECKSUM);
  chunk.writeUInt32BE(PAYLOAD, 0);
  chunk.write('pHYs', LENGTH, 'latin1');
  chunk.writeUInt32BE(pixelsPerMeter, 8);
  chunk.writeUInt32BE(pixelsPerMeter, 12);
  chunk.writeUInt8(METER, 16);
  chunk.writeUInt32BE(toChecksum(chunk.subarray(LENGTH, LENGTH + NAME + PAYLOAD)), 17);
  return Buffer.concat([png.subarray(0, AFTER_HEADER), chunk, png.subarray(AFTER_HEADER)]);
}

// Bytes of a chunk's parts; of pHYs, two numbers and a unit are the payload.
const [LENGTH, NAME, PAYLOAD, CHECKSUM] = [4, 4, 9, 4];
const METER = 1;
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

/** A chart as PNG, drawn from its SVG with the fonts that lie next to the program. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ResvgRenderOptions } from '@resvg/resvg-js';
import type { Render } from '../format';
import { listPngTexts } from '../picture/self-description';
import { MOST_PIXELS } from '../picture/size';
import { toFontOptions } from './font-files';
import { drawInInter } from './svg';

export const renderPng: Render = async (publication, values) => {
  const drawn = drawInInter(publication, values);
  if ('problem' in drawn) return drawn;
  const density = Number(values.density ?? 1);
  const pixels = drawn.width * drawn.height * density ** 2;
  if (pixels > MOST_PIXELS) {
    const most = Math.floor(Math.sqrt(MOST_PIXELS / (drawn.width * drawn.height)));
    const found = `${density}, which makes ${drawn.width * density} × ${drawn.height * density} pixels`;
    const allowed = Array.from({ length: most }, (_, index) => String(index + 1));
    return { problem: { parameter: 'density', found, allowed } };
  }
  const { svg, width, background, paper } = drawn;
  const body = await drawInThread({
    svg,
    options: {
      fitTo: { mode: 'width', value: width * density },
      // Behind the last row of pixels too, of which the drawing may fill a part.
      ...(background && { background }),
      ...toFontOptions(),
    },
    pixelsPerMeter: paper ? Math.round((width * density * 1000) / paper.width) : null,
    texts: listPngTexts(publication),
  });
  return { body };
};

/** What a thread is to make a file of. */
interface Order {
  readonly svg: string;
  readonly options: ResvgRenderOptions;
  /** On paper; null: it has no size there. */
  readonly pixelsPerMeter: number | null;
  /** What the file says of itself, by keyword. */
  readonly texts: readonly (readonly [string, string])[];
}

/**
 * A thread for each picture. The pixels lie outside of what the garbage collector
 * counts, so in a long-lived thread they pile up to gigabytes; the end of a thread
 * frees them. And nobody else waits while a large picture is packed.
 */
function drawInThread(order: Order): Promise<Uint8Array> {
  const file = join(/* turbopackIgnore: true */ process.cwd(), ...THREAD);
  return new Promise((resolve, reject) => {
    // Without the loaders of this process, which it has no use for.
    new Worker(file, { execArgv: [], workerData: order })
      .once('message', resolve)
      .once('error', reject)
      .once('exit', (code) => reject(new Error(`The thread of an image ended with ${code}.`)));
  });
}

const THREAD = ['exports', 'formats', 'png-thread.mjs'];

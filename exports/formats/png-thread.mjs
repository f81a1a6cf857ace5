/**
 * One picture: SVG in, PNG out, and the thread ends. A plain module, because a thread
 * is started from a file and not from what the build makes of it.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';

const { svg, options } = workerData;
const png = new Uint8Array(new Resvg(svg, options).render().asPng());
parentPort?.postMessage(png, [png.buffer]);

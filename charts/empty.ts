/** What stands in place of a picture that has no figure: axes of nothing would look like a fault. */
import * as Plot from '@observablehq/plot';
import { type Drawing, plot, type Size } from './canvas';
import { paint } from './colors';

export const NOTHING = 'No figure for this choice';

export function drawEmpty(size: Size, label: string): Drawing {
  const { width, height } = size;
  const frame = { left: 0, right: width, top: 0, bottom: height };
  const svg = plot({
    label: `${label} ${NOTHING}.`,
    size,
    frame,
    marks: [
      Plot.text([NOTHING], { frameAnchor: 'middle', fill: paint('muted'), fontStyle: 'italic' }),
    ],
  });
  return { svg, width, height, frame, hits: [] };
}

/**
 * Room for words in whatever font a program has. Drawings are laid out in Inter; a program
 * that does not have it, and passes embedded fonts by, takes another: Helvetica and Arial are
 * narrower, DejaVu Sans and Verdana wider. `textLength` would hold words to their width, but
 * the same programs (rsvg, LibreOffice) do not know it. So lines end where they still lie
 * within the picture in the widest font, which may use the margin; what of a drawing would
 * not is given a little more room at its side.
 */
import type { Drawing, Size } from '@/charts/canvas';
import { drawChart } from '@/charts/draw';
import type { DrawnModel } from '@/charts/kinds';
import { measureText } from '@/charts/text-width';
import { listDrawnTexts } from './texts';

/** By how much texts are wider in DejaVu Sans than in Inter; short ones by a part of a letter more. */
const WIDER = { 400: 1.066, 600: 1.17 } as const;
const LETTER = 0.2;

/** Between the widest font's words and the edge. */
const AIR = 1;

/** The width for lines in Inter that begin at one margin and may in the widest font reach into the other. */
export function toSafeWidth(
  width: number,
  margin: number,
  size: number,
  weight: 400 | 600 = 400,
): number {
  return Math.min(width, (width + margin - AIR - LETTER * size) / WIDER[weight]);
}

/** A drawing, and how far to the right it stands of where it was to begin. */
export interface PlacedDrawing extends Drawing {
  readonly left: number;
}

/** Drawn so that its words reach no further than `margin` beyond its sides in the widest font. */
export function drawWithin(
  model: DrawnModel,
  { margin, ...size }: Size & { readonly margin: number },
  label: string,
): PlacedDrawing {
  const drawing = drawChart(model, size, label);
  const [left, right] = findOverhang(drawing, Math.max(0, margin - AIR));
  if (left + right === 0) return { ...drawing, left };
  return { ...drawChart(model, { ...size, width: size.width - left - right }, label), left };
}

function findOverhang({ svg, width }: Drawing, margin: number): readonly [number, number] {
  let [from, to] = [-margin, width + margin];
  for (const { text, x, anchor, size, weight } of listDrawnTexts(svg)) {
    const wide = measureText(text, size, weight) * WIDER[weight] + LETTER * size;
    const start = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
    from = Math.min(from, start);
    to = Math.max(to, start + wide);
  }
  return [-margin - from, to - width - margin];
}

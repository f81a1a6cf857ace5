/**
 * A reader’s own notes on a drawing of any kind: a numbered mark at what each speaks of, and its
 * words below the drawing, where none is lost for want of room. Ours are bold and stand inside.
 */
import { escapeMarkup } from '@/units/xml-text';
import { type Drawing, FONT_SIZE } from './canvas';
import { paint } from './colors';
import { type ChartModel, locate } from './kinds';
import { listRemarks, type Remark } from './kinds/figure';
import { truncateText, wrapText } from './text-width';

const LINE = 18;
/** Between the drawing and the words, and to the left of these. */
const [ABOVE, INDENT] = [8, 22] as const;
const RADIUS = 7.5;
/** From a figure to the middle of its mark. */
const LIFT = 20;

/** "Reader’s note, Q1 2024: Blackwell announced": in whatever tells of it in words. */
export const wordRemark = ({ label, text }: Remark): string => `Reader’s note, ${label}: ${text}`;

/** The pixels that the words take below a drawing of this width. */
export const measureRemarks = (model: object, width: number): number =>
  countHeight(layWords(listRemarks(model), width));

const countHeight = (words: readonly (readonly string[])[]): number =>
  words.length === 0 ? 0 : ABOVE + words.flat().length * LINE;

/** The lines of each; a word longer than a line is cut. */
const layWords = (remarks: readonly Remark[], width: number): string[][] =>
  remarks.map((remark) =>
    wrapText(wordRemark(remark), width - INDENT, FONT_SIZE).map((line) =>
      truncateText(line, width - INDENT, FONT_SIZE),
    ),
  );

/** The drawing with the notes of its model, higher by their words. */
export function addRemarks(drawing: Drawing, model: ChartModel): Drawing {
  const remarks = listRemarks(model);
  if (remarks.length === 0) return drawing;
  const { width, height, svg } = drawing;
  const words = layWords(remarks, width);
  const whole = height + countHeight(words);
  const marks = placeMarks(remarks, drawing, model);
  let line = 0;
  const drawn = [
    ...marks.map(({ x, y, to, number }) => [
      `<path d="M${round(x)} ${round(y)}L${round(to.x)} ${round(to.y)}" stroke-dasharray="2 2"/>`,
      drawBadge(number, x, y),
    ]),
    ...words.map((lines, at) => {
      const top = height + ABOVE + LINE * (line + 0.5);
      line += lines.length;
      return [
        drawBadge(at + 1, RADIUS + 1, top),
        ...lines.map((text, row) => drawWords(text, INDENT, top + row * LINE)),
      ];
    }),
  ].flat();
  const layer = `<g class="remarks" stroke="${paint('accent')}" stroke-width="1.25" fill="none">${drawn.join('')}</g>`;
  return {
    ...drawing,
    height: whole,
    // Shares of the plot area stay what they are.
    svg: svg
      .replace(/ viewBox="[^"]*"/, ` viewBox="0 0 ${width} ${round(whole)}"`)
      .replace(/ height="[^"]*"/, ` height="${round(whole)}"`)
      .replace(/<\/svg>\s*$/, () => `${layer}</svg>`),
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Where the marks stand: above the highest figure that a note speaks of, at the upper edge of a
 * layer, none over another.
 */
function placeMarks(
  remarks: readonly Remark[],
  { hits, frame, width }: Drawing,
  model: ChartModel,
): (Place & { to: Place; number: number })[] {
  const find = locate(model);
  const spots = hits.map((hit) => ({ hit, spot: find(hit.series, hit.period) }));
  const placed: (Place & { to: Place; number: number })[] = [];
  for (const [index, { at }] of remarks.entries()) {
    const own = spots.filter(
      ({ spot }) => at.includes(spot.period?.label ?? '') || spot.ids.some((id) => at.includes(id)),
    );
    const [first] = own
      .map(({ hit: { x, y, top } }) => ({ x, y: top ?? y, isEdge: top !== undefined }))
      .toSorted((a, b) => a.y - b.y || b.x - a.x);
    // A row that the picture leaves out, or a period without a figure, has words alone.
    if (!first) continue;
    const to = {
      x: frame.left + (first.x / 1000) * (frame.right - frame.left),
      y: frame.top + (first.y / 1000) * (frame.bottom - frame.top),
    };
    // Without room above it covers an edge, which goes on at both sides, but no dot.
    const highest = RADIUS + 1;
    const y = to.y - LIFT >= highest ? to.y - LIFT : first.isEdge ? highest : to.y + LIFT;
    const isFree = (x: number) =>
      placed.every((one) => Math.hypot(one.x - x, one.y - y) > 2 * RADIUS + 1);
    const steps = [0, 1, -1, 2, -2, 3, -3].map((step) => to.x + step * (2 * RADIUS + 3));
    const x = steps.find((one) => isFree(one) && one > RADIUS && one < width - RADIUS) ?? to.x;
    placed.push({ x, y, to, number: index + 1 });
  }
  return placed;
}

const drawBadge = (number: number, x: number, y: number): string =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${RADIUS}" fill="${paint('card')}"/>` +
  `<text x="${round(x)}" y="${round(y)}" dy="0.32em" font-size="11" font-weight="600" text-anchor="middle" stroke="none" fill="${paint('accent')}">${number}</text>`;

const drawWords = (text: string, x: number, y: number): string =>
  `<text x="${x}" y="${round(y)}" dy="0.32em" text-anchor="start" font-style="italic" stroke="none" fill="currentColor">${escapeMarkup(text)}</text>`;

const round = (value: number): number => Math.round(value * 10) / 10;

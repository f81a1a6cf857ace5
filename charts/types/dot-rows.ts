/**
 * One row for each figure of a thing of its own: a dot, its range, what it says.
 * Rows are gathered under headings. No bars and no line joins the rows, because
 * the figures are not of one and the same thing.
 */
import * as Plot from '@observablehq/plot';
import { formatValue } from '@/units/format-value';
import {
  type Drawing,
  FONT_SIZE,
  type Frame,
  isNarrow,
  pixel,
  plot,
  type Size,
  toHit,
} from '../canvas';
import { paint } from '../colours';
import { formatDetail } from '../detail';
import { isFirm } from '../figure-kind';
import type { RankEntry, RankModel } from '../model';
import { measureText, truncateText } from '../text-width';
import { drawTopLabels } from '../tick-labels';
import { buildValueAxis } from '../value-axis';

const ROW = 22;
const HEADING = 30;

interface Row {
  readonly entry: RankEntry;
  readonly name: string;
  readonly text: string;
  readonly y: number;
}

/** The height follows from the number of rows; the height asked for is not used. */
export function drawDotRows(model: RankModel, { width }: Size, label: string): Drawing {
  const { rows, headings, height } = placeRows(model, width);
  const size = { width, height };
  const axis = buildValueAxis(
    rows.flatMap(({ entry: { value, low, high, reach } }) =>
      [value, low, high, reach].filter((one) => one != null),
    ),
    {
      unit: model.unit,
      scale: 'linear',
      start: model.unit === '%' ? 'share' : 'from-zero',
      count: isNarrow(size) ? 3 : 5,
    },
  );
  const widest = (texts: readonly string[]) =>
    Math.max(20, ...texts.map((text) => measureText(text, FONT_SIZE)));
  const frame: Frame = {
    left: widest(rows.map(({ name }) => name)) + 14,
    right: width - widest(rows.map(({ text }) => text)) - 16,
    top: 24,
    bottom: height - 6,
  };
  const y = pixel('y');
  const colour = ({ entry }: Row) => paint(entry.colour);
  const ranged = rows.filter(({ entry }) => entry.low != null && entry.high != null);
  const reaching = rows.filter(({ entry }) => entry.reach != null);
  const svg = plot({
    label,
    size,
    frame,
    x: { type: 'linear', domain: axis.domain, axis: null },
    y: { type: 'linear', domain: [0, 1], axis: null },
    marks: [
      Plot.ruleX(axis.ticks, { stroke: paint('grid') }),
      drawTopLabels(axis.ticks, axis),
      Plot.text(headings, {
        x: pixel(() => 2),
        y,
        text: 'text',
        textAnchor: 'start',
        fontWeight: 600,
        fill: 'currentColor',
      }),
      Plot.link(ranged, {
        x1: ({ entry }: Row) => entry.low!,
        x2: ({ entry }: Row) => entry.high!,
        y1: y,
        y2: y,
        stroke: colour,
        strokeWidth: 6,
        strokeOpacity: 0.3,
      }),
      Plot.link(reaching, {
        x1: ({ entry }: Row) => entry.value,
        x2: ({ entry }: Row) => entry.reach!,
        y1: y,
        y2: y,
        stroke: colour,
        strokeWidth: 1.5,
      }),
      ...[true, false].map((projected) =>
        Plot.dot(
          rows.filter(({ entry }) => (entry.kind === 'projection') === projected),
          {
            x: ({ entry }: Row) => entry.value,
            y,
            r: 4.5,
            stroke: colour,
            strokeWidth: 1.5,
            strokeDasharray: projected ? '2 2' : 'none',
            fill: (row: Row) => (isFirm(row.entry.kind) ? colour(row) : paint('card')),
          },
        ),
      ),
      Plot.text(rows, {
        x: pixel(() => frame.left - 10),
        y,
        text: 'name',
        textAnchor: 'end',
        fill: 'currentColor',
      }),
      Plot.text(rows, {
        x: pixel(() => frame.right + 12),
        y,
        text: 'text',
        textAnchor: 'start',
        fill: 'currentColor',
        fontVariant: 'tabular-nums',
      }),
    ],
  });
  const toX = (value: number) => frame.left + (value / axis.domain[1]) * (frame.right - frame.left);
  const hits = rows.map(({ entry, y: at }, period) =>
    toHit({ x: toX(entry.value), y: at, series: 0, period }, frame),
  );
  return { svg, ...size, frame, hits };
}

/** Rows from top to bottom, a heading where a group begins. */
function placeRows(model: RankModel, width: number) {
  const { entries } = model;
  const narrow = isNarrow({ width });
  const headings: { text: string; y: number }[] = [];
  let top = 24;
  const rows = entries.map((entry, index): Row => {
    if (entry.group && entry.group !== entries[index - 1]?.group) {
      headings.push({ text: entry.group, y: top + HEADING - 12 });
      top += HEADING;
    }
    const row = {
      entry,
      name: truncateText(entry.label, width * (narrow ? 0.48 : 0.44), FONT_SIZE),
      text: toText(entry, model, narrow),
      y: top + ROW / 2,
    };
    top += ROW;
    return row;
  });
  return { rows, headings, height: top + 14 };
}

function toText(
  { value, low, high, reach, kind, details }: RankEntry,
  { unit, columns }: RankModel,
  narrow: boolean,
): string {
  const isRange = low != null && high != null && low !== high;
  const amount = isRange
    ? `${formatValue(low, unit).replace('%', '')}–${formatValue(high, unit)}`
    : formatValue(value, unit) + (reach == null ? '' : ` → ${formatValue(reach, unit)}`);
  const mark = kind === 'projection' ? ' (proj.)' : '';
  const [column] = columns;
  const place = column ? `, ${formatDetail(column, details[0] ?? null)}` : '';
  return narrow ? amount + mark : amount + mark + place;
}

/** Totals of named things with their ranges, and of each the part that is known. */

import { formatValue, MISSING, type Unit } from '@/units/format-value';
import { formatPeriod, parsePeriod } from '@/units/period';
import type { TableColumn } from '@/units/table';
import { type Figure, formatReading, type Ranges } from '../figure';
import type { FiguresKind } from '../kind';
import {
  type ChartTable,
  describe,
  formatSpan,
  toCaption,
  toColumn,
  toKindWords,
  toOriginColumns,
  toValueColumns,
} from '../table';

/** A figure that speaks of a day or a period: its ISO date or label. */
interface DatedFigure extends Figure {
  readonly value: number;
  readonly asOf: string;
}

export interface IntervalBar extends DatedFigure {
  readonly id: string;
  readonly label: string;
  readonly href: string | null;
  /** What is known of the total, in the same unit; null: nothing is. */
  readonly part: DatedFigure | null;
}

/** Bars in the order of their totals, each from zero, with its part as a bar inside. */
export interface IntervalBarsModel extends Ranges {
  readonly shape: 'interval-bars';
  readonly unit: Unit;
  /** Of what the bars are, of what the ranges, of what the parts: "Estimated total", "5–95%". */
  readonly valueLabel: string;
  readonly rangeLabel: string;
  readonly partLabel: string;
  readonly entryLabel: string;
  readonly bars: readonly IntervalBar[];
  readonly notes: readonly string[];
}

const listBoth = ({ bars }: IntervalBarsModel): DatedFigure[] =>
  bars.flatMap((bar) => (bar.part ? [bar, bar.part] : [bar]));

/** Hits of totals are of series 0, those of parts of series 1. */
export const intervalBars: FiguresKind<IntervalBarsModel> = {
  nearness: 'row',
  words: { of: 'Totals with their known parts', row: 'one total with its part' },
  listFigures: listBoth,
  listOrigins: listBoth,
  listPeriods: () => [],
  listDates: (model) =>
    listBoth(model).flatMap(({ kind, asOf }) =>
      kind === 'projection' ? [] : (parsePeriod(asOf) ?? []),
    ),
  toTable,
  buildReader: (model) => (series, index) => {
    const bar = model.bars[index]!;
    const { valueLabel, partLabel, unit } = model;
    const of = series === 1 && bar.part ? bar.part : bar;
    const share = formatShare(bar);
    return {
      name: bar.label,
      text: formatReading(of, unit),
      when: [
        `${of === bar ? valueLabel : partLabel}, ${formatPeriod(of.asOf)}`,
        of === bar ? null : `${share} of the total`,
      ]
        .filter(Boolean)
        .join(' · '),
      source: of.source,
      evidence: of.evidence ?? null,
    };
  },
};

/** How much of a total is known, in percent; null where no part is. */
function toShare({ value, part }: IntervalBar): number | null {
  return part && value > 0 ? (part.value / value) * 100 : null;
}

function formatShare(bar: IntervalBar): string {
  const share = toShare(bar);
  if (share === null) return MISSING;
  return share > 0 && share < 1 ? 'under 1%' : formatValue(Math.round(share), '%');
}

function toTable(model: IntervalBarsModel): ChartTable<IntervalBar> {
  const { bars, unit, entryLabel, valueLabel, rangeLabel, partLabel } = model;
  const name: Column = {
    ...toColumn(['name', entryLabel, 'Whose total it is.'], ({ label }) => label),
    href: ({ href }) => href,
  };
  const [total, low, high] = toValueColumns<DatedFigure>(model, (figure) => figure);
  const origin = toOriginColumns<DatedFigure>((figure) => figure);
  const value = { ...total, title: describeFigure };
  const asOf: Column = {
    ...toColumn(['as_of', 'As of', `When the total stood; a ${DATE}.`], (bar) => bar.asOf),
    as: 'date',
  };
  const part = ofPart(value, partLabel);
  const partOrigin = origin.map((column) => ofPart(column, partLabel));
  const partAsOf: Column = {
    ...toColumn(
      ['part_as_of', `${partLabel}: as of`, `When the part stood; a ${DATE}.`],
      (bar) => bar.part?.asOf,
    ),
    as: 'date',
  };
  const range: Column = {
    ...low,
    sortedAs: 'range',
    label: rangeLabel,
    // A lone end is no range.
    read: (bar) => (bar.high == null ? null : (bar.low ?? null)),
    format: ({ low, high, kind }) =>
      low == null || high == null ? MISSING : formatSpan(low, high, unit, kind),
  };
  return {
    caption: toCaption(unit),
    columns: [name, value, low, high, ...origin, asOf, part, ...partOrigin, partAsOf],
    rows: bars,
    page: {
      columns: [
        name,
        { ...value, label: valueLabel },
        range,
        asOf,
        { ...part, sortedAs: 'part', label: partLabel },
        share,
        { ...partAsOf, label: 'Part as of' },
      ],
      rows: bars,
    },
  };
}

type Column = TableColumn<IntervalBar>;

const DATE = 'date or period as exact as its source';

const describeFigure = (figure: DatedFigure) => describe(toKindWords(figure), figure.note);

/** A column of figures, of the parts in place of the totals. */
const ofPart = (column: TableColumn<DatedFigure>, partLabel: string): Column => ({
  ...column,
  id: `part_${column.id}`,
  label: `${partLabel}: ${column.label}`,
  read: ({ part }) => part && column.read(part),
  kind: ({ part }) => part?.kind,
  href: ({ part }) => part && column.href?.(part),
  title: ({ part }) => part && column.title?.(part),
});

/** Shown alone: files have both of its numbers. */
const share: Column = {
  ...toColumn(['share', 'Share of total', 'The part in percent.'], toShare, 'number'),
  unit: '%',
  format: formatShare,
};

/** Totals of named things with their ranges, and of each the part that is known. */

import type { FigureKind } from '@/units/figure-kind';
import { formatValue, MISSING, type Unit } from '@/units/format-value';
import { formatPeriod, parsePeriod } from '@/units/period';
import { type Figure, formatReading, type Ranges } from '../figure';
import type { FiguresKind } from '../kind';
import {
  type ChartTable,
  type DataRows,
  describe,
  type FileColumn,
  listValueColumns,
  type PageColumn,
  tabulate,
  toCaption,
  toFileColumn,
  toKindWords,
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
  buildTable,
  buildRows,
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
const toShare = ({ value, part }: IntervalBar): number | null =>
  part && value > 0 ? (part.value / value) * 100 : null;

function formatShare(bar: IntervalBar): string {
  const share = toShare(bar);
  if (share === null) return MISSING;
  return share > 0 && share < 1 ? 'under 1%' : formatValue(Math.round(share), '%');
}

function buildTable(model: IntervalBarsModel): ChartTable {
  const { bars, unit, entryLabel, valueLabel, rangeLabel, partLabel } = model;
  const say = (value: number, kind: FigureKind) => formatValue(value, unit, kind);
  const toCell = (figure: DatedFigure) => ({
    text: say(figure.value, figure.kind),
    sort: figure.value,
    kind: figure.kind,
    title: describe(toKindWords(figure), figure.note),
    href: figure.evidence ?? null,
  });
  const nothing = { text: MISSING, sort: null };
  const toDate = (figure: DatedFigure | null) =>
    figure
      ? { text: formatPeriod(figure.asOf), sort: parsePeriod(figure.asOf)?.start ?? figure.asOf }
      : nothing;
  const columns: PageColumn<IntervalBar>[] = [
    [
      { id: 'name', label: entryLabel, align: 'left' },
      ({ label, href }) => ({ text: label, sort: label, href }),
    ],
    [{ id: 'value', label: valueLabel, align: 'right' }, toCell],
    [
      { id: 'range', label: rangeLabel, align: 'right' },
      ({ low, high, kind }) =>
        low == null || high == null
          ? nothing
          : { text: `${say(low, kind)}–${say(high, kind)}`, sort: low },
    ],
    [{ id: 'as-of', label: 'As of', align: 'left' }, toDate],
    [
      { id: 'part', label: partLabel, align: 'right' },
      ({ part }) => (part ? toCell(part) : nothing),
    ],
    [
      { id: 'share', label: 'Share of total', align: 'right' },
      (bar) => ({ text: formatShare(bar), sort: toShare(bar) }),
    ],
    [{ id: 'part-as-of', label: 'Part as of', align: 'left' }, ({ part }) => toDate(part)],
  ];
  return { caption: toCaption(unit), ...tabulate(columns, bars) };
}

function buildRows(model: IntervalBarsModel): DataRows {
  const { bars, entryLabel, partLabel } = model;
  const known = listValueColumns<DatedFigure>(model, (figure) => figure).filter(
    ([{ name }]) => !/^(low|high)_/.test(name),
  );
  const date = 'date or period as exact as its source';
  return tabulate(
    [
      toFileColumn<IntervalBar>('name', entryLabel, 'Whose total it is.', ({ label }) => label),
      ...listValueColumns<IntervalBar>(model, (bar) => bar),
      toFileColumn<IntervalBar>(
        'as_of',
        'As of',
        `When the total stood; a ${date}.`,
        (bar) => bar.asOf,
      ),
      ...known.map(
        ([column, read]): FileColumn<IntervalBar> => [
          { ...column, name: `part_${column.name}`, label: `${partLabel}: ${column.label}` },
          ({ part }) => (part ? read(part) : null),
        ],
      ),
      toFileColumn<IntervalBar>(
        'part_as_of',
        `${partLabel}: as of`,
        `When the part stood; a ${date}.`,
        ({ part }) => part?.asOf,
      ),
    ],
    bars,
  );
}

/** What holds of named things from a day on, until something else does: rules in force. */

import type { Unit } from '@/units/format-value';
import { formatDate, formatPeriod, type Period } from '@/units/period';
import type { CellValue, TableColumn } from '@/units/table';
import type { ColorName } from '../../colors';
import { declareNames, type Figure, type Named, type Origin } from '../figure';
import type { FiguresKind } from '../kind';
import {
  type ChartTable,
  type DetailColumn,
  toColumn,
  toDetailColumns,
  toOriginColumns,
} from '../table';

/** What can hold, in the order of the legend. */
export interface SpanState {
  readonly id: string;
  readonly label: string;
  readonly color: ColorName;
  /** How strongly it is filled, 0 to 1. */
  readonly opacity: number;
}

export interface Span extends Origin {
  /** The id of what holds. */
  readonly state: string;
  /** When it began, as exactly as the source says. */
  readonly period: Period;
  /** The day on which something else began to hold, ISO; null: it still holds. */
  readonly end: string | null;
}

export interface SpanRow extends Named {
  readonly href: string | null;
  /** In order of time, none over another. */
  readonly spans: readonly Span[];
  /** Further columns of the table, in the model's order of `columns`. */
  readonly details: readonly CellValue[];
  readonly detailHrefs?: readonly (string | null)[];
}

export interface SpansModel {
  readonly shape: 'spans';
  /** Of what its rows are counted. */
  readonly unit: Unit;
  readonly entryLabel: string;
  readonly stateLabel: string;
  readonly states: readonly SpanState[];
  readonly rows: readonly SpanRow[];
  /** The days that the axis begins and ends with, ISO. */
  readonly start: string;
  readonly until: string;
  readonly columns: readonly DetailColumn[];
  readonly notes: readonly string[];
}

/** A span with the row it stands in: a row of the table. */
type Placed = SpanRow & { readonly span: Span };

const listPlaced = ({ rows }: SpansModel): Placed[] =>
  rows.flatMap((row) => row.spans.map((span) => ({ ...row, span })));

const listSpans = ({ rows }: SpansModel): (Span & Figure)[] =>
  rows.flatMap(({ spans }) => spans.map((span) => ({ ...span, value: null })));

/** Hits name the row as their series and the span, counted in its row, as their period. */
export const spans: FiguresKind<SpansModel> = {
  nearness: 'point',
  words: { of: 'Charts of what holds from a day on', row: 'one row’s state from a day on' },
  listFigures: listSpans,
  listOrigins: listSpans,
  listPeriods: (model) => listSpans(model).map(({ period }) => period),
  listDates: (model, collectedOn) =>
    listSpans(model).flatMap(({ period }) => (period.end <= collectedOn ? [period] : [])),
  names: declareNames<SpansModel, 'rows'>('rows'),
  locate: (model) => (series, index) => {
    const row = model.rows[series];
    return { ids: [row?.id ?? ''], period: row?.spans[index]?.period ?? null };
  },
  toTable,
  buildReader: (model) => (series, index) => {
    const row = model.rows[series]!;
    const span = row.spans[index]!;
    return {
      name: row.label,
      text: nameState(model, span),
      when: formatSpell(span),
      source: span.source,
      evidence: span.evidence ?? null,
    };
  },
};

export const nameState = ({ states }: SpansModel, { state }: Span): string =>
  states.find(({ id }) => id === state)!.label;

/** "since 26 Aug 2022", "17 Oct 2023 to 15 Jan 2026". */
const formatSpell = ({ period, end }: Span): string =>
  end
    ? `${formatPeriod(period.label)} to ${formatDate(end)}`
    : `since ${formatPeriod(period.label)}`;

function toTable(model: SpansModel): ChartTable<Placed> {
  const { entryLabel, stateLabel, columns } = model;
  const name: TableColumn<Placed> = {
    ...toColumn(['name', entryLabel, 'Of what the state holds.'], ({ label }) => label),
    href: ({ href }) => href,
    title: ({ span }) => span.note,
  };
  const state: TableColumn<Placed> = {
    ...toColumn(['series', stateLabel, 'What holds.'], ({ span }) => nameState(model, span)),
    sortedAs: 'group',
  };
  const from: TableColumn<Placed> = {
    ...toColumn(
      ['period', 'From', 'When it began; as exact as its source.'],
      ({ span }) => span.period.label,
    ),
    as: 'date',
    sortedAs: 'date',
    sort: ({ span }) => span.period.start,
    href: ({ span }) => span.evidence,
  };
  const start = toColumn<Placed>(
    ['period_start', 'Start', 'First day of it, at the earliest.'],
    ({ span }) => span.period.start,
    'day',
  );
  const end: TableColumn<Placed> = {
    ...toColumn(
      ['period_end', 'Until', 'The day from which something else held; blank: it still holds.'],
      ({ span }) => span.end,
      'day',
    ),
    sortedAs: 'until',
  };
  const details = toDetailColumns<Placed>(columns, ({ span, ...row }) => ({
    ...row,
    kind: span.kind,
  }));
  const [, ...origin] = toOriginColumns<Placed>(({ span }) => ({ ...span, value: null }));
  const rows = listPlaced(model);
  return {
    caption: 'From a day on',
    columns: [name, state, from, start, end, ...origin, ...details],
    rows,
    page: {
      columns: [
        name,
        state,
        from,
        { ...end, format: ({ span }) => (span.end ? formatDate(span.end) : 'in force') },
        ...details,
      ],
      rows,
    },
  };
}

/** Totals of named things, each cut into the parts that make it up, and how sure these are. */

import { formatValue, type Unit } from '@/units/format-value';
import type { TableColumn } from '@/units/table';
import type { ColorName } from '../../colors';
import { declareNames, type Figure, formatReading, type Named } from '../figure';
import type { FiguresKind } from '../kind';
import { type ChartTable, toCaption, toColumn, toOriginColumns, toValueColumns } from '../table';

/** What a part can be, in the order of the legend. */
export interface PartState {
  readonly id: string;
  readonly label: string;
  readonly color: ColorName;
  /** How strongly it is filled, 0 to 1. */
  readonly opacity: number;
}

export interface Part extends Figure {
  readonly label: string;
  readonly value: number;
  /** The id of what it is. */
  readonly state: string;
  /** What it is made of: "Colossus 2". */
  readonly members: string;
}

export interface PartsRow extends Named {
  readonly href: string | null;
  /** In the order of the bar, from zero. */
  readonly parts: readonly Part[];
}

/** Rows in the order of the chart. Their parts add up to a bar, also where rows do not add up. */
export interface PartsModel {
  readonly shape: 'parts';
  readonly unit: Unit;
  readonly entryLabel: string;
  readonly partLabel: string;
  readonly stateLabel: string;
  readonly memberLabel: string;
  /** When the parts stood: an ISO day or the label of a period. */
  readonly asOf: string;
  readonly states: readonly PartState[];
  readonly rows: readonly PartsRow[];
  readonly notes: readonly string[];
}

/** A part with the row it stands in: a row of the table. */
type Placed = PartsRow & { readonly part: Part };

const listPlaced = ({ rows }: PartsModel): Placed[] =>
  rows.flatMap((row) => row.parts.map((part) => ({ ...row, part })));

const listParts = ({ rows }: PartsModel): readonly Part[] => rows.flatMap(({ parts }) => parts);

export const toTotal = ({ parts }: PartsRow): number =>
  parts.reduce((sum, { value }) => sum + value, 0);

const nameState = ({ states }: PartsModel, { state }: Part): string =>
  states.find(({ id }) => id === state)?.label ?? state;

/** Hits name the row as their series and the part, counted in its row, as their period. */
export const parts: FiguresKind<PartsModel> = {
  nearness: 'point',
  words: { of: 'Totals and what they are made of', row: 'one part of one total' },
  listFigures: listParts,
  listOrigins: listParts,
  listPeriods: () => [],
  listDates: ({ asOf }) => [{ kind: 'day', label: asOf, end: asOf }],
  names: declareNames<PartsModel, 'rows'>('rows'),
  locate: (model) => (series) => ({ ids: [model.rows[series]?.id ?? ''], period: null }),
  toTable,
  buildReader: (model) => (series, index) => {
    const row = model.rows[series];
    const part = row?.parts[index];
    if (!row || !part) throw new Error('A hit names a part that is not in the model.');
    return {
      name: `${row.label}: ${part.label}`,
      text: formatReading(part, model.unit),
      when: `${nameState(model, part)} · ${part.members}`,
      source: part.source,
      evidence: part.evidence ?? null,
    };
  },
};

function toTable(model: PartsModel): ChartTable<Placed> {
  const { entryLabel, partLabel, stateLabel, memberLabel, unit } = model;
  const name: TableColumn<Placed> = {
    ...toColumn(['name', entryLabel, 'Whose total it is a part of.'], ({ label }) => label),
    href: ({ href }) => href,
  };
  const part = toColumn<Placed>(
    ['series', partLabel, 'What the part is.'],
    ({ part }) => part.label,
  );
  const state = toColumn<Placed>(['state', stateLabel, 'How sure the part is.'], ({ part }) =>
    nameState(model, part),
  );
  const members = toColumn<Placed>(
    ['members', memberLabel, 'What was added up.'],
    ({ part }) => part.members,
  );
  const total: TableColumn<Placed> = {
    ...toColumn<Placed>(['total', 'Total', 'Of all parts of the row.'], toTotal, 'number'),
    unit,
    format: (row) => formatValue(toTotal(row), unit, row.part.kind),
  };
  const [value] = toValueColumns<Placed>(model, ({ part }) => part);
  const rows = listPlaced(model);
  return {
    caption: toCaption(unit),
    columns: [
      ...[name, part, value, total, state, members],
      ...toOriginColumns<Placed>(({ part }) => part),
    ],
    rows,
    page: { columns: [name, part, value, state, members], rows },
  };
}

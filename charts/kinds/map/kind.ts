/** Figures at places of the earth; what has no known place stands in the table alone. */

import { formatCount, type Unit } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import type { CellValue, TableColumn } from '@/units/table';
import { declareNames, type Figure, formatReading, type Named } from '../figure';
import type { FiguresKind } from '../kind';
import {
  type ChartTable,
  type DetailColumn,
  toCaption,
  toColumn,
  toDetailColumns,
  toOriginColumns,
  toValueColumns,
} from '../table';

export interface MapPlace extends Figure, Named {
  readonly href: string | null;
  readonly value: number;
  /** For people: "Memphis, Tennessee, United States"; null: not known. */
  readonly place: string | null;
  /** Degrees north and east; both null where not known. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** `lighter` for what is planned or being built. */
  readonly tone: 'full' | 'lighter';
  /** Further columns of the table, in the model's order of `columns`. */
  readonly details: readonly CellValue[];
  readonly detailHrefs?: readonly (string | null)[];
}

/** Places in the order of their figures, the largest first. */
export interface MapModel {
  readonly shape: 'map';
  readonly unit: Unit;
  readonly entryLabel: string;
  /** What full and lighter marks are: "Operating", "Not yet operating". */
  readonly toneLabels: Readonly<Record<MapPlace['tone'], string>>;
  /** When the figures stood: an ISO day or the label of a period. */
  readonly asOf: string;
  readonly columns: readonly DetailColumn[];
  readonly places: readonly MapPlace[];
  readonly notes: readonly string[];
}

/** A place with coordinates. */
export type Located = MapPlace & { readonly latitude: number; readonly longitude: number };

const listLocated = ({ places }: MapModel): readonly Located[] =>
  places.filter((one): one is Located => one.latitude !== null && one.longitude !== null);

/** More circles cover each other; the others stand in the table. */
const MOST_DRAWN = 500;

/** The largest of the places with coordinates, those that are drawn. */
export const listDrawn = (model: MapModel): readonly Located[] =>
  listLocated(model).slice(0, MOST_DRAWN);

/** Hits name the place, counted among those drawn, as their period. */
export const map: FiguresKind<MapModel> = {
  nearness: 'point',
  words: { of: 'Maps', row: 'one place, or one thing without a known place' },
  listFigures: listDrawn,
  listOrigins: ({ places }) => places,
  listPeriods: () => [],
  listDates: ({ asOf }) => [{ kind: 'day', label: asOf, end: asOf }],
  names: declareNames<MapModel, 'places'>('places'),
  locate: (model) => (_, index) => ({ ids: [listDrawn(model)[index]?.id ?? ''], period: null }),
  toTable,
  describeDrawn(model) {
    const located = listLocated(model).length;
    const apart = model.places.length - located;
    return [
      'A circle’s area is its figure.',
      ...(located > MOST_DRAWN
        ? [`On the map: the ${MOST_DRAWN} largest of ${formatCount(located)} with a known place.`]
        : []),
      ...(apart > 0
        ? [
            `Not on the map: ${formatCount(apart)} of ${formatCount(model.places.length)}, whose place is not published.`,
          ]
        : []),
    ];
  },
  buildReader: (model) => (_, index) => {
    const one = listDrawn(model)[index];
    if (!one) throw new Error('A hit names a place that is not in the model.');
    return {
      name: one.label,
      text: one.tone === 'lighter' ? model.toneLabels.lighter : formatReading(one, model.unit),
      when: [one.place, formatPeriod(model.asOf)].filter(Boolean).join(' · '),
      source: one.source,
      evidence: one.evidence ?? null,
    };
  },
};

function toTable(model: MapModel): ChartTable<MapPlace> {
  const { entryLabel, toneLabels, columns, places } = model;
  const name: TableColumn<MapPlace> = {
    ...toColumn(['name', entryLabel, 'What stands there.'], ({ label }) => label),
    href: ({ href }) => href,
  };
  const place: TableColumn<MapPlace> = {
    ...toColumn(['place', 'Place', 'Where it is; blank where not known.'], (one) => one.place),
    missing: 'not published',
  };
  const state = toColumn<MapPlace>(
    ['state', 'Status', 'Whether it is there yet.'],
    ({ tone }) => toneLabels[tone],
  );
  const degrees = (id: 'latitude' | 'longitude', label: string, meaning: string) =>
    toColumn<MapPlace>([id, label, meaning], (one) => one[id], 'number');
  const [value] = toValueColumns<MapPlace>(model, (one) => one);
  const details = toDetailColumns<MapPlace>(columns, (one) => one);
  return {
    caption: toCaption(model.unit),
    columns: [
      ...[name, place, value, state],
      degrees('latitude', 'Latitude', 'Degrees north; blank where not known.'),
      degrees('longitude', 'Longitude', 'Degrees east, negative in the west.'),
      ...toOriginColumns<MapPlace>((one) => one),
      ...details,
    ],
    rows: places,
    page: { columns: [name, place, value, state, ...details], rows: places },
  };
}

import { expect, test } from 'vitest';
import { listDrawn, type MapModel, type MapPlace, map } from './kind';

const toPlace = (at: number): MapPlace => ({
  ...{ id: `site-${at}`, label: `Site ${at}`, href: null, value: 1000 - at, kind: 'estimate' },
  ...{ place: null, latitude: at % 2 === 0 ? 40 : null, longitude: at % 2 === 0 ? -90 : null },
  ...{ tone: 'full', details: [], source: 's', note: null, evidence: null },
});

const toModel = (count: number): MapModel => ({
  shape: 'map',
  unit: 'MW',
  entryLabel: 'Site',
  toneLabels: { full: 'Operating', lighter: 'Planned' },
  asOf: '2026-10',
  columns: [],
  places: Array.from({ length: count }, (_, at) => toPlace(at)),
  notes: [],
});

const words = (model: MapModel) => (map.describeDrawn?.(model) ?? []).join(' ');

test('of very many places the largest are drawn, which is said, and all stand in the table', () => {
  const model = toModel(3000);
  const drawn = listDrawn(model);
  expect(drawn).toHaveLength(500);
  expect(drawn[0]?.id).toBe('site-0');
  expect(map.listFigures(model)).toEqual(drawn);
  expect(words(model)).toContain('the 500 largest of 1,500 with a known place');
  expect(words(model)).toContain('Not on the map: 1,500 of 3,000');
  expect(map.toTable(model).rows).toHaveLength(3000);
});

test('a map of few places draws them all and says nothing of it', () => {
  const model = toModel(1000);
  expect(listDrawn(model)).toHaveLength(500);
  expect(words(model)).not.toContain('largest');
});

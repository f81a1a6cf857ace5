import { expect, test } from 'vitest';
import { createTables } from '../checks/tables-for-tests';
import { dataCenters } from '../data-centers/contract';
import { sources } from '../sources/contract';
import { itWithinFacility, projectionsLieAhead, sitesAgree } from './checks';
import { dataCenterTimelines } from './contract';

const state = (date: string, kind: string, h100e: number | null, it_power_mw: number | null) => ({
  ...{ edition: '2026-10', site: 'north', date, kind, h100e, it_power_mw, source: 'copy' },
});
const copy = [{ source: 'copy', published_on: '2026-10-01' }];

test('wants a projection after the day of the copy, and nothing else to be one', () => {
  const check = projectionsLieAhead('data-center-timelines');
  const rows = [
    state('2026-10-01', 'estimate', 1, 1),
    state('2026-10-02', 'projection', 1, 1),
    state('2026-10-03', 'estimate', 1, 1),
    state('2026-09-30', 'projection', 1, 1),
  ];
  const found = check.find(createTables([dataCenterTimelines, rows], [sources, copy]));
  expect(found.map(({ line, advice }) => [line, advice])).toEqual([
    [4, 'Write projection, or correct the day.'],
    [5, 'Write estimate, or correct the day.'],
  ]);
});

test('finds more IT power than the site draws, and passes over what is not known', () => {
  const rows = [
    { it_power_mw: 80, facility_power_mw: 104 },
    { it_power_mw: 80, facility_power_mw: null },
    { it_power_mw: 104, facility_power_mw: 80 },
  ];
  expect(itWithinFacility.find(createTables([dataCenterTimelines, rows]))).toMatchObject([
    { line: 4, found: '104', says: 'the whole site draws 80 MW' },
  ]);
});

const agree = (site: object, states: readonly ReturnType<typeof state>[]) =>
  sitesAgree
    .find(
      createTables(
        [dataCenterTimelines, states],
        [dataCenters, [{ site: 'north', edition: '2026-10', status: 'operating', ...site }]],
      ),
    )
    .map(({ line }) => line);

test('compares the newest state that is no projection with the site, but for rounding', () => {
  const states = [
    state('2026-01-01', 'estimate', 100, 10),
    state('2026-09-01', 'estimate', 201, 20.004),
    state('2027-01-01', 'projection', 900, 90),
  ];
  expect(agree({ h100e: 200, it_power_mw: 20 }, states)).toEqual([]);
  expect(agree({ h100e: 900, it_power_mw: 90 }, states)).toEqual([3]);
  expect(agree({ h100e: 200, it_power_mw: 20.1 }, states)).toEqual([3]);
  expect(agree({ h100e: null, it_power_mw: 20 }, states)).toEqual([3]);
  expect(agree({ status: 'dropped', h100e: null, it_power_mw: null }, states)).toEqual([]);
});

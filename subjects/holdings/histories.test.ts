import { expect, it, test } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { buildChipTree } from '../chips/chip-tree';
import { buildMeasure } from './conversion';
import { readHistories } from './histories';
import { buildClusterLine, buildIndexLine } from './history-lines';
import { buildHolding, SOME_CHIPS } from './holdings-for-tests';

const request = {
  organization: 'meta',
  chip: 'a100',
  isStated: true,
  measure: buildMeasure('count', buildChipTree(SOME_CHIPS)),
};

const read = (points: ReturnType<typeof buildIndexLine>) =>
  points.map(
    ({ period, value, startsAnew }) => `${startsAnew ? '/ ' : ''}${period.label} ${value}`,
  );

const cluster = (name: string, as_of: string, accelerators: number, more = {}) =>
  buildHolding({
    ...{ holding: name, cluster: name, as_of, accelerators },
    ...{ family: 'epoch-clusters', edition: null, ...more },
  });

it('adds clusters up as they began, and the last sum is that of the list', () => {
  const list = [cluster('b', '2024-10-30', 100), cluster('a', '2024-03-12', 49)];
  expect(read(buildClusterLine(list, request))).toEqual(['2024-03-12 49', '2024-10-30 149']);
});

it('lets a later phase take the place of the one before, with all its chips', () => {
  const earlier = { counts: 'earlier-phase', cluster: 'one' };
  const list = [
    cluster('h-1', '2024-01-01', 50, { ...earlier, chip: 'h100', part_of: 'two' }),
    cluster('a-1', '2024-01-01', 30, earlier),
    cluster('two', '2024-06-01', 60, { chip: 'h100' }),
  ];
  expect(read(buildClusterLine(list, request))).toEqual(['2024-01-01 30', '2024-06-01 null']);
  expect(read(buildClusterLine(list, { ...request, chip: 'all' }))).toEqual([
    '2024-01-01 80',
    '2024-06-01 60',
  ]);
});

test('plans and what is gone are no part of what runs', () => {
  const list = [
    cluster('a', '2024-01-01', 10),
    cluster('b', '2024-02-01', 20, { status: 'announced' }),
    cluster('c', '2024-03-01', 40, { status: 'retired' }),
  ];
  expect(read(buildClusterLine(list, request))).toEqual(['2024-01-01 10']);
});

it('starts anew where an edition no longer lists a part, and breaks where it lists nothing', () => {
  const edition = (as_of: string, ...clusters: (string | null)[]) => [
    buildHolding({ organization: 'tesla', as_of }),
    ...clusters.map((name) => buildHolding({ cluster: name, as_of, accelerators: 10 })),
  ];
  const editions = [
    edition('2026-08-01', 'RSC'),
    edition('2024-02-01', 'RSC', null),
    edition('2023-01-01', 'RSC'),
    edition('2025-01-01'),
  ];
  expect(read(buildIndexLine(editions, request))).toEqual([
    '2023-01-01 10',
    '2024-02-01 20',
    '2025-01-01 null',
    '/ 2026-08-01 10',
  ]);
});

test('what was publicly known begins with a statement and ends where no list names it', async () => {
  const histories = await readHistories(openFrozenData().orm);
  const asked = { organization: 'stability-ai', chip: 'a100', isStated: true };
  expect(histories.listStatedChips('stability-ai')).toEqual(['a100']);
  const points = histories.buildStated({
    ...asked,
    measure: ({ accelerators: value }) => ({ value, low: null, high: null, factor: null }),
  });
  const [first, second] = points;
  expect([first?.period.label, first?.value]).toEqual(['2022-01-31', 32]);
  expect([second?.period.label, second?.value]).toEqual(['2022-11-20', 5408]);
  // The press repeated the index while it listed them.
  expect(points.map(({ value }) => value)).not.toContain(5400);
  expect([points.at(-1)?.period.label, points.at(-1)?.value]).toEqual(['2026-08-01', null]);
});

import { describe, expect, test } from 'vitest';
import { buildChipTree } from './chip-tree';
import { NO_FILTER } from './filter';
import { buildHolding, SOME_CHIPS } from './holdings-for-tests';
import { buildRanking, type RankingRequest } from './ranking';

const request = (more: Partial<RankingRequest>): RankingRequest => ({
  rows: [],
  tree: buildChipTree(SOME_CHIPS),
  addable: true,
  filter: { ...NO_FILTER, status: 'operational' },
  group: 'organization',
  unit: 'count',
  minimum: 0,
  ...more,
});

const list = (more: Partial<RankingRequest>) =>
  buildRanking(request(more)).holders.map(
    ({ key, value, rank }) => `${rank?.best ?? '-'} ${key} ${value}`,
  );

describe('a list whose machines count once', () => {
  const rows = [
    buildHolding({ organization: 'meta', cluster: 'one', accelerators: 600 }),
    buildHolding({ organization: 'meta', cluster: 'two', chip: 'h100', accelerators: 500 }),
    buildHolding({
      organization: 'cineca',
      country: 'IT',
      accelerators: 900,
      category: 'national-hpc',
    }),
    buildHolding({ organization: 'meta', status: 'announced', chip: 'h100', accelerators: 9000 }),
    buildHolding({ organization: 'anthropic', counts: 'use', accelerators: 400 }),
  ];

  test('adds an organisation’s rows in operation', () => {
    expect(list({ rows })).toEqual(['1 meta 1100', '2 cineca 900']);
  });

  test('keeps what is announced apart, with ranks of its own', () => {
    const filter = NO_FILTER;
    expect(list({ rows, filter })).toEqual(['1 meta 9000', '1 meta 1100', '2 cineca 900']);
  });

  test('says how many rows wait behind the status, and what is left out', () => {
    const { waiting, leftOut } = buildRanking(request({ rows }));
    expect(waiting).toBe(1);
    expect(leftOut).toMatchObject([
      { row: { organization: 'anthropic' }, reason: expect.stringContaining('owner') },
    ]);
  });

  test.each([
    [{ chip: 'hopper' }, ['1 meta 500']],
    [{ country: 'IT' }, ['1 cineca 900']],
    [{ category: 'private-cloud' }, ['1 meta 1100']],
    [{ q: 'cine ital' }, ['1 cineca 900']],
    [{ q: 'nobody' }, []],
  ])('filters by %o', (filter, expected) => {
    expect(list({ rows, filter: { ...NO_FILTER, status: 'operational', ...filter } })).toEqual(
      expected,
    );
  });

  test('the minimum looks at the whole of an organisation', () => {
    expect(list({ rows, minimum: 1000 })).toEqual(['1 meta 1100']);
  });

  test('rolls up by country and by category', () => {
    expect(list({ rows, group: 'country' })).toEqual(['1 US 1100', '2 IT 900']);
    expect(list({ rows, group: 'category' })).toEqual([
      '1 private-cloud 1100',
      '2 national-hpc 900',
    ]);
  });

  test('weighs by what chips can do', () => {
    // 600 × 0.3 + 500 × 1 = 680; 900 × 0.3 = 270
    expect(list({ rows, unit: 'h100e-16bit' })).toEqual(['1 meta 680', '2 cineca 270']);
  });
});

test('leaves out chips without the specification and says which', () => {
  const rows = [buildHolding({ chip: 'v100' }), buildHolding({ chip: 'h100' })];
  const { holders, leftOut, factors } = buildRanking(request({ rows, unit: 'h100e-8bit' }));
  expect(holders).toMatchObject([{ value: 1000 }]);
  expect(leftOut).toMatchObject([
    { row: { chip: 'v100' }, reason: expect.stringContaining('v100') },
  ]);
  expect(factors.map(({ chip }) => chip.chip)).toEqual(['h100']);
});

test('never adds H100-equivalents to accelerators, but ranks them by themselves', () => {
  const stated = buildHolding({ organization: 'tesla', chip: 'h100-equivalent', accelerators: 66 });
  expect(list({ rows: [stated, buildHolding()] })).toEqual(['1 meta 1000']);
  expect(list({ rows: [stated] })).toEqual(['1 tesla 66']);
});

test('leaves out a part beside its whole, but not beside a plan', () => {
  const whole = buildHolding({ holding: 'whole', cluster: 'site', accelerators: 800 });
  const part = buildHolding({
    holding: 'part',
    cluster: 'hall',
    accelerators: 300,
    part_of: 'whole',
  });
  expect(list({ rows: [whole, part] })).toEqual(['1 meta 800']);
  expect(list({ rows: [{ ...whole, status: 'announced' }, part] })).toEqual(['1 meta 300']);
});

test('overlapping ranges share places', () => {
  const range = (organization: string, low: number, value: number, high: number) =>
    buildHolding({
      ...{ organization, accelerators: value },
      ...{ accelerators_low: low, accelerators_high: high },
    });
  const rows = [
    range('amazon', 80, 100, 120),
    range('google', 90, 95, 100),
    range('oracle', 10, 20, 30),
  ];
  expect(buildRanking(request({ rows })).holders.map(({ rank }) => rank)).toEqual([
    { best: 1, worst: 2 },
    { best: 1, worst: 2 },
    { best: 3, worst: 3 },
  ]);
});

test('rows that overlap stand alone and have no rank', () => {
  const rows = [
    buildHolding({ cluster: 'one' }),
    buildHolding({ cluster: 'two', accelerators: 5 }),
  ];
  expect(list({ rows, addable: false })).toEqual([
    '- meta-a100-one-operational 1000',
    '- meta-a100-two-operational 5',
  ]);
});

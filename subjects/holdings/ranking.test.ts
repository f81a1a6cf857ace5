import { describe, expect, test } from 'vitest';
import { formatRank } from '@/charts/model';
import { buildChipTree } from '../chips/chip-tree';
import { NO_FILTER } from './filter';
import { buildHolding, SOME_CHIPS } from './holdings-for-tests';
import { buildRanking, buildRanks, countFacet, type RankingRequest } from './ranking';

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

  test('adds an organization’s rows in operation', () => {
    expect(list({ rows })).toEqual(['1 meta 1100', '2 cineca 900']);
  });

  test('keeps what is announced apart, without a rank among what runs', () => {
    const filter = NO_FILTER;
    expect(list({ rows, filter })).toEqual(['- meta 9000', '1 meta 1100', '2 cineca 900']);
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
    [{ q: 'cine ital' }, ['2 cineca 900']],
    [{ q: 'nobody' }, []],
  ])('filters by %o', (filter, expected) => {
    expect(list({ rows, filter: { ...NO_FILTER, status: 'operational', ...filter } })).toEqual(
      expected,
    );
  });

  test('the minimum looks at the whole of an organization', () => {
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

test('a holder of whom something is left out has more than is shown', () => {
  const rows = [
    buildHolding({ organization: 'xai', chip: 'h100-h200', accelerators: 200 }),
    buildHolding({ organization: 'xai', chip: 'h100', accelerators: 30 }),
    buildHolding({ organization: 'meta', chip: 'h100', accelerators: 60 }),
  ];
  const { holders, leftOut } = buildRanking(request({ rows, unit: 'memory' }));
  expect(holders).toMatchObject([
    { key: 'meta', low: null, high: null, rank: { best: 1, worst: 2 } },
    { key: 'xai', value: 2.4, low: 2.4, high: null, rank: { best: 1, worst: 2 } },
  ]);
  expect(leftOut).toHaveLength(1);
});

test('names what may include the chip asked for', () => {
  const rows = ['h100-h200', 'hopper', 'h100', 'h200', 'a100'].map((chip) =>
    buildHolding({ organization: chip, chip }),
  );
  const filter = { ...NO_FILTER, chip: 'h100' };
  const { holders, leftOut } = buildRanking(request({ rows, filter }));
  expect(holders.map(({ key }) => key)).toEqual(['h100']);
  expect(leftOut.map(({ row }) => row.chip)).toEqual(['h100-h200', 'hopper']);
});

test('leaves out what is gone, and says so', () => {
  const rows = [
    buildHolding({ cluster: 'summit', status: 'retired' }),
    buildHolding({ cluster: 'frontier', accelerators: 5 }),
  ];
  expect(list({ rows })).toEqual(['1 meta 5']);
  expect(buildRanking(request({ rows })).leftOut).toMatchObject([{ row: { cluster: 'summit' } }]);
});

test('counts a program where it stands alone, else its members', () => {
  const plan = { status: 'announced', country: 'KR' } as const;
  const program = buildHolding({
    ...{ ...plan, holding: 'programme', organization: 'korea' },
    ...{ counts: 'programme', accelerators: 260 },
  });
  const member = buildHolding({
    ...{ ...plan, organization: 'naver', part_of: 'programme', accelerators: 60 },
  });
  const filter = NO_FILTER;
  expect(list({ rows: [program], filter })).toEqual(['1 korea 260']);
  expect(list({ rows: [program, member], filter })).toEqual(['1 naver 60']);
});

test('options count the organizations that they would show', () => {
  const rows = [
    buildHolding({ organization: 'meta' }),
    buildHolding({ organization: 'tesla', chip: 'h100-equivalent' }),
    buildHolding({ organization: 'xai', accelerators: 5, status: 'announced' }),
    buildHolding({ organization: 'anthropic', counts: 'use' }),
  ];
  const counts = (more: Partial<RankingRequest>) =>
    Object.fromEntries(countFacet(request({ rows, filter: NO_FILTER, ...more }), 'status'));
  expect(counts({})).toEqual({ all: 2, operational: 1, announced: 1 });
  expect(counts({ minimum: 100 })).toEqual({ all: 1, operational: 1 });
  expect(counts({ filter: { ...NO_FILTER, q: 'xai' } })).toEqual({ all: 1, announced: 1 });
});

test('never adds H100-equivalents to accelerators, but ranks them by themselves', () => {
  const stated = buildHolding({ organization: 'tesla', chip: 'h100-equivalent', accelerators: 66 });
  expect(list({ rows: [stated, buildHolding()] })).toEqual(['1 meta 1000']);
  expect(list({ rows: [stated] })).toEqual(['1 tesla 66']);
});

test('ranks what the source states, with its ranges', () => {
  const google = { organization: 'google', h100e: 90, h100e_low: 70, h100e_high: 130 };
  const rows = [
    buildHolding({ h100e: 100, h100e_low: 80, h100e_high: 120 }),
    buildHolding({ ...google, chip: 'h100' }),
    buildHolding({ organization: 'xai', h100e: 60 }),
    buildHolding({ organization: 'tesla' }),
  ];
  const { holders, leftOut } = buildRanking(request({ rows, unit: 'h100e-stated' }));
  expect(holders.map(({ key, low, high, rank }) => [key, low, high, rank?.worst])).toEqual([
    ['meta', 80, 120, 2],
    ['google', 70, 130, 2],
    ['xai', null, null, 3],
  ]);
  expect(leftOut).toMatchObject([{ row: { organization: 'tesla' } }]);
});

test('leaves out a part whose whole is listed, but not one whose whole is a plan', () => {
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

const exact = (value: number) => ({ value, low: null, high: null });
const between = (low: number | null, value: number, high: number | null) => ({ value, low, high });

test.each([
  ['exact figures', [exact(30), exact(20), exact(10)], ['1', '2', '3']],
  [
    'equal figures share a place',
    [exact(30), exact(20), exact(20), exact(10)],
    ['1', '2', '2', '4'],
  ],
  ['ranges apart', [between(25, 30, 35), between(10, 20, 24)], ['1', '2']],
  [
    'ranges that overlap',
    [between(20, 30, 40), between(15, 25, 35), exact(5)],
    ['1–2', '1–2', '3'],
  ],
  ['ranges that touch may be a tie', [between(20, 30, 40), between(10, 15, 20)], ['1', '1–2']],
  [
    'one wide range among exact ones',
    [exact(30), between(5, 20, 35), exact(10)],
    ['1–2', '1–3', '2–3'],
  ],
  ['the same range twice', [between(10, 20, 30), between(10, 20, 30)], ['1–2', '1–2']],
  ['more than: nobody is surely ahead', [exact(30), between(20, 20, null)], ['1–2', '1–2']],
  ['up to: anybody may be ahead', [between(null, 30, 30), exact(20)], ['1–2', '1–2']],
  ['nobody', [], []],
] as const)('%s', (_, all, expected) => {
  expect(buildRanks(all).map(formatRank)).toEqual(expected);
});

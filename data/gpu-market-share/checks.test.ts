import { expect, test } from 'vitest';
import { createTables, type TestRow } from '../checks/tables-for-tests';
import { markets } from '../markets/contract';
import { completeMarketsCovered, membersWithinGroup, sharesAddUp } from './checks';
import { gpuMarketShare } from './contract';

const share = (vendor: string, share_pct: number, more: TestRow = {}): TestRow => ({
  market: 'boards',
  period: '2020-Q2',
  vendor,
  share_pct,
  kind: 'analyst-estimate',
  coverage: 'all-vendors',
  ...more,
});
const shares = (...rows: TestRow[]) => createTables([gpuMarketShare, rows], [markets, []]);
const amongNamed: TestRow = { market: 'boards', adds_up: 'among-named' };

test('a market of the vendors it names adds up among them', () => {
  const some = { coverage: 'some-vendors' };
  const find = (amd: number) =>
    sharesAddUp.find(
      createTables(
        [gpuMarketShare, [share('nvidia', 94, some), share('amd', amd, some)]],
        [markets, [amongNamed]],
      ),
    );
  expect(find(6)).toEqual([]);
  expect(find(3)).toEqual([expect.objectContaining({ says: expect.stringContaining('97%') })]);
});

test('accepts shares that add up to 100 within half a point per vendor', () => {
  const tables = shares(share('intel', 64), share('amd', 18), share('nvidia', 19));
  expect(sharesAddUp.find(tables)).toEqual([]);
});

test('leaves members of a listed group out of the sum', () => {
  const china = { part_of: 'domestic-china' };
  const tables = shares(
    share('nvidia', 59),
    share('domestic-china', 41),
    share('huawei', 20, china),
  );
  expect(sharesAddUp.find(tables)).toEqual([]);
});

test.each([
  ['a missing vendor', [share('nvidia', 64), share('amd', 30)], 'add up to 94%'],
  [
    'a point too much in counted shares',
    [
      share('nvidia', 60, { kind: 'measured' }),
      share('amd', 21, { kind: 'measured' }),
      share('intel', 20, { kind: 'measured' }),
    ],
    'add up to 101%',
  ],
  [
    'more than 100 where vendors are missing',
    [
      share('nvidia', 90, { coverage: 'some-vendors' }),
      share('amd', 30, { coverage: 'some-vendors' }),
    ],
    'add up to 120%',
  ],
  [
    'rows that disagree',
    [share('nvidia', 90), share('amd', 10, { coverage: 'some-vendors' })],
    'disagree about their coverage',
  ],
])('finds %s', (_, rows, says) => {
  expect(sharesAddUp.find(shares(...rows))).toMatchObject([
    { line: 2, says: expect.stringContaining(says) },
  ]);
});

test('finds a complete market without a complete period, and members in one that does not overlap', () => {
  const market = (name: string, adds_up: string) => ({ market: name, adds_up });
  const rows = [
    share('nvidia', 90, { market: 'boards', coverage: 'some-vendors' }),
    share('huawei', 20, { market: 'china', part_of: 'domestic-china' }),
    share('nvidia', 95, { market: 'servers', coverage: 'some-vendors' }),
  ];
  const find = (boards: string, china: string) =>
    completeMarketsCovered.find(
      createTables(
        [
          markets,
          [market('boards', boards), market('china', china), market('servers', 'incomplete')],
        ],
        [gpuMarketShare, rows],
      ),
    );
  expect(find('incomplete', 'overlapping')).toEqual([]);
  expect(find('complete', 'incomplete').map(({ line, column }) => [line, column])).toEqual([
    [2, 'coverage'],
    [3, 'part_of'],
  ]);
});

test('finds members without their group, or larger than it', () => {
  const china = { part_of: 'domestic-china' };
  const good = shares(
    share('domestic-china', 41),
    share('huawei', 20, china),
    share('t-head', 7, china),
  );
  expect(membersWithinGroup.find(good)).toEqual([]);
  const larger = shares(
    share('domestic-china', 21),
    share('huawei', 20, china),
    share('t-head', 7, china),
  );
  expect(membersWithinGroup.find(larger)).toMatchObject([
    { line: 3, says: 'its members have 27%, the group 21%' },
  ]);
  expect(membersWithinGroup.find(shares(share('huawei', 20, china)))).toMatchObject([
    { line: 2, says: 'this group has no row in the market and period' },
  ]);
});

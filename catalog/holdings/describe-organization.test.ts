import { expect, it } from 'vitest';
import { describeOrganization } from './describe-organization';
import { buildHolding } from './holdings-for-tests';

it('adds up the newest list where it counts each machine once', () => {
  const rows = [
    buildHolding({ chip: 'h100', accelerators: 49_152 }),
    buildHolding({ chip: 'a100', accelerators: 16_000 }),
    buildHolding({ chip: 'h100-equivalent', accelerators: 9_000 }),
    buildHolding({ chip: 'a100', accelerators: 5_400, edition: 'soai-2024-02' }),
  ];
  expect(describeOrganization('Meta', rows)).toBe(
    'The newest list has 65,152 accelerators in operation, 49,152 h100 and 16,000 a100 (1 Aug 2026, Index, Aug 2026). 4 figures from 1 kind of sources.',
  );
});

it('gives a single count where nothing may be added, and plans only where nothing runs', () => {
  const said = { family: 'statement', edition: null, as_of: '2024-12-31' } as const;
  const plan = buildHolding({ ...said, status: 'announced' });
  const rows = [plan, buildHolding(said), buildHolding({ ...said, accelerators: 5 })];
  expect(describeOrganization('Tesla', rows)).toMatch(/^The newest count is 1,000 a100 \(31 Dec/);
  expect(describeOrganization('Tesla', [plan])).toContain('1,000 a100, announced');
  expect(describeOrganization('Tesla', [buildHolding({ ...said, status: 'retired' })])).toBe(
    'No source gives a count for Tesla.',
  );
});

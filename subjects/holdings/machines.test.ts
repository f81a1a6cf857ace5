import { describe, expect, it, test } from 'vitest';
import { buildHolding } from './holdings-for-tests';
import { listMachines } from './machines';
import type { NamedHolding } from './queries';

const NEWEST = 'soai-2026-08';
const edition = (slug: string, as_of: string, more: Partial<NamedHolding>) =>
  buildHolding({ holding: `${slug}-${more.cluster ?? ''}`, edition: slug, as_of, ...more });
const epoch = (cluster: string, more: Partial<NamedHolding>) =>
  buildHolding({
    holding: `epoch-${cluster}`,
    family: 'epoch-clusters',
    edition: null,
    cluster,
    ...more,
  });

const read = (rows: NamedHolding[]) =>
  listMachines(rows, NEWEST).map(({ state, name, figures }) => ({
    state,
    name,
    figures: figures.map(
      ({ row, sayers, isRival }) =>
        `${isRival ? 'but ' : ''}${row.accelerators}: ${sayers.map(({ label }) => label).join('; ')}`,
    ),
  }));

it('puts what sources say of one machine side by side, editions that agree as one', () => {
  expect(
    read([
      edition('soai-2026-08', '2026-08-01', { cluster: 'Polaris', accelerators: 2240 }),
      edition('soai-2026-06', '2026-06-01', { cluster: 'Polaris', accelerators: 2240 }),
      edition('soai-2024-02', '2024-02-07', { cluster: 'Polaris', accelerators: 2400 }),
      edition('soai-2022-11', '2022-11-20', { cluster: 'Polaris', accelerators: 2400 }),
      epoch('Argonne NL Polaris', { accelerators: 2240, as_of: '2021-11-01' }),
    ]),
  ).toEqual([
    {
      state: 'has',
      name: 'Polaris',
      figures: [
        '2240: State of AI index, Jun 2026 – Aug 2026; Epoch AI, clusters, Nov 1, 2021',
        'but 2400: State of AI index, Nov 2022 – Feb 2024',
      ],
    },
  ]);
});

test.each<[string, Partial<NamedHolding>, string]>([
  ['on the newest list', {}, 'has'],
  ['only on an older list', { edition: 'soai-2024-02' }, 'had'],
  ['a statement alone', { edition: null, family: 'statement' }, 'has'],
  ['announced', { status: 'announced' }, 'coming'],
  ['a planned phase', { counts: 'earlier-phase', status: 'announced' }, 'coming'],
  ['being installed', { status: 'under-construction' }, 'coming'],
  ['switched off since', { status: 'retired', family: 'epoch-clusters' }, 'had'],
  ['given up', { status: 'given-up' }, 'had'],
  ['an earlier phase', { counts: 'earlier-phase', family: 'epoch-clusters' }, 'had'],
  ['purchases of a year', { counts: 'yearly-purchases', family: 'omdia-purchases' }, 'other'],
  ['used at a host', { counts: 'use' }, 'has'],
])('%s counts as what the organization %s %s', (_, more, state) => {
  expect(read([buildHolding(more)])[0]?.state).toBe(state);
});

describe('keeps apart', () => {
  test.each<[string, Partial<NamedHolding>, Partial<NamedHolding>]>([
    ['chips', { chip: 'a100' }, { chip: 'h100' }],
    ['machines', { cluster: 'Eagle' }, { cluster: 'Voyager' }],
    ['a machine and the fleet', { cluster: 'Cortex' }, { cluster: null }],
    ['what runs and what is announced', {}, { status: 'announced' }],
    ['a stated count and a model of the owner', {}, { family: 'epoch-owners', edition: null }],
    ['names that merely share letters', { cluster: 'Ares' }, { cluster: 'Antares' }],
  ])('%s', (_, one, other) => {
    const rows = [buildHolding({ holding: 'a', ...one }), buildHolding({ holding: 'b', ...other })];
    expect(read(rows)).toHaveLength(2);
  });
});

it('puts the phase of a machine next to the machine', () => {
  const rows = [
    epoch('Tesla Cortex Phase 1', { accelerators: 50000, as_of: '2024-11-15' }),
    buildHolding({
      ...{ family: 'statement', edition: null, holding: 'said', as_of: '2024-10-01' },
      ...{ cluster: 'Cortex', accelerators: 50000 },
    }),
  ];
  expect(read(rows)).toMatchObject([
    {
      name: 'Cortex',
      figures: ['50000: Epoch AI, clusters, Nov 15, 2024; Statements, Oct 1, 2024'],
    },
  ]);
});

it('counts a plan as done once the same machine runs', () => {
  const plan = { cluster: 'RSC', status: 'under-construction', as_of: '2022-08-16' } as const;
  const running = edition(NEWEST, '2026-08-01', { cluster: 'RSC' });
  const states = (rows: NamedHolding[]) => read(rows).map(({ state }) => state);
  expect(states([running, buildHolding({ ...plan, holding: 'plan' })])).toEqual(['has', 'had']);
  // Of a larger plan something is still to come.
  expect(states([running, buildHolding({ ...plan, holding: 'plan', accelerators: 5000 })])).toEqual(
    ['has', 'coming'],
  );
});

it('calls an earlier figure no rival of a later one', () => {
  const [machine] = read([
    edition('soai-2026-08', '2026-08-01', { accelerators: 16000 }),
    edition('soai-2023-06', '2023-06-02', { accelerators: 7360 }),
    edition('soai-2022-11', '2022-11-20', { accelerators: 7360 }),
  ]);
  expect(machine?.figures).toEqual([
    '16000: State of AI index, Aug 2026',
    '7360: State of AI index, Nov 2022 – Jun 2023',
  ]);
});

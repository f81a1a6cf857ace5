/** The market's reactions on the tracker's own data. */
import { beforeAll, expect, test } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { listMarketReactions } from './queries';
import { listReactions, type Reaction } from './reactions';

const tracker = openFrozenData();
let reactions: Reaction[];
beforeAll(async () => {
  reactions = await listReactions(tracker.orm);
});

const listFigures = ({ figures }: Reaction) => [...figures.values()].flat();

test('shows every figure once, each with evidence, each line with a source', async () => {
  const addresses = reactions.flatMap(listFigures).map(({ evidence }) => evidence);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses).toHaveLength((await listMarketReactions(tracker.orm)).length);
  for (const { sources, event } of reactions) expect(sources, event).not.toEqual([]);
  expect(new Set(reactions.map(({ id }) => id)).size).toBe(reactions.length);
});

test('gathers the report and the day after it in one line', () => {
  const report = reactions.find(({ event }) => event === 'Q4 FY2023 report')!;
  expect(report.date).toBe('2023-02-22');
  expect(listFigures(report).map(({ text }) => text)).toEqual([
    '−21%',
    '$3.62bn',
    '+11%',
    '+14%',
    '+13.8% in the session',
    '+65% since January',
    'over +60% since January',
  ]);
  expect(listFigures(report).find(({ isReported }) => isReported)?.text).toBe('+65% since January');
});

test('what has figures of most kinds comes first, then the newest', () => {
  const keys = reactions.map(({ figures, date }) => {
    const columns = [...figures.values()].filter((own) => own.length > 0).length;
    return `${columns} ${date}`;
  });
  expect(keys).toEqual(keys.toSorted().reverse());
});

test.each([
  ['Market value first touches $1tn', ['$1tn for the first time']],
  ['DeepSeek sell-off', ['−17%', '−$589bn in a day']],
])('%s is worded %o', (event, expected) => {
  const found = reactions.find((one) => one.event === event)!;
  expect(listFigures(found).map(({ text }) => text)).toEqual(expected);
});

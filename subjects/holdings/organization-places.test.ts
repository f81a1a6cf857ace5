import { expect, it } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { buildHolding } from './holdings-for-tests';
import { describeOrganization, readPlaces } from './organization-places';
import { getOrganization, listHoldingsOfOrganization } from './queries';

const { orm } = openFrozenData();

async function describeFrozen(slug: string): Promise<string> {
  const found = await getOrganization(orm, slug);
  const rows = await listHoldingsOfOrganization(orm, slug);
  return describeOrganization(found?.name ?? slug, await readPlaces(orm, slug), rows);
}

it.each([
  [
    'the model leads, with what its range is and what the index lacks',
    'meta',
    /^Epoch AI estimates 2\.3m H100-equivalents \(outer range 1\.7m–3\.1m\) at Dec 31, 2025, number 2–4 of the 7 owners ranked\. Named clusters hold 65,152 chips: 49,152 H100 and 16,000 A100 \(State of AI index, Aug 2026\)\.$/,
  ],
  [
    'an owner that the index lacks is not said to hold nothing',
    'google',
    /estimates 5\.0m .* index \(Aug 2026\) has no named cluster of it in operation\.$/,
  ],
  [
    'a count of its sites has no range, and says so',
    'xai',
    /estimates 550,000 H100-equivalents \(no range given\) at .*, number 7 of/,
  ],
  [
    'whom the model lacks, the index speaks for',
    'argonne',
    /^Named clusters hold 2,240 A100 \(State of AI index, Aug 2026\)\. Epoch AI models no fleet of Argonne/,
  ],
  [
    'a unit of performance is no number of machines',
    'tesla',
    /^The newest count is 66,000 H100-equivalents \(State of AI index of publicly documented clusters, Aug 2026\)\. Epoch AI models no fleet of Tesla\.$/,
  ],
  [
    'what a tenant uses is not said to be owned',
    'openai',
    /newest count is 1,700,000 H100-equivalents in use, not owned \(Epoch AI, fleet totals, Dec 31, 2025\)/,
  ],
])('%s', async (_, slug, expected) => {
  expect(await describeFrozen(slug)).toMatch(expected);
});

const none = { fleet: null, documented: null };

it('gives plans only where nothing runs, and nothing of what is gone', () => {
  const said = { family: 'statement', edition: null, as_of: '2024-12-31' } as const;
  const plan = buildHolding({ ...said, status: 'announced' });
  const rows = [plan, buildHolding(said), buildHolding({ ...said, accelerators: 5 })];
  expect(describeOrganization('Tesla', none, rows)).toBe(
    'The newest count is 1,000 a100 (Statements, Dec 31, 2024).',
  );
  expect(describeOrganization('Tesla', none, [plan])).toContain('1,000 a100, announced');
  const gone = buildHolding({ ...said, status: 'retired' });
  expect(describeOrganization('Tesla', none, [gone])).toBe('No source gives a count for Tesla.');
});

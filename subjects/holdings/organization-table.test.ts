/** The table of organizations, on frozen data. */
import { expect, test } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { getOrganizationTable, ORGANIZATIONS_PER_PAGE } from './organization-table';

const { orm } = openFrozenData();

const listNames = async (query: Record<string, string>) =>
  (await getOrganizationTable(orm, query)).rows.map(({ organization }) => organization.name);

test('the largest modeled fleet comes first, with its list and day', async () => {
  const { rows: lines, whole, pageCount } = await getOrganizationTable(orm, {});
  expect(lines[0]).toMatchObject({
    organization: { name: 'Google' },
    newest: { text: '5.0m H100-equivalents', list: 'Epoch AI, model of owners', isPlanned: false },
  });
  expect(pageCount).toBe(Math.ceil(whole / ORGANIZATIONS_PER_PAGE));
});

test('what is only planned stands behind what runs', async () => {
  const all: boolean[] = [];
  const { pageCount } = await getOrganizationTable(orm, {});
  for (let page = 1; page <= pageCount; page += 1) {
    const { rows } = await getOrganizationTable(orm, { page: String(page) });
    all.push(...rows.map(({ newest }) => newest?.isPlanned ?? true));
  }
  expect(all).toEqual(all.toSorted((a, b) => Number(a) - Number(b)));
});

test.each([
  ['open ai', 'OpenAI'],
  ['OPENAI', 'OpenAI'],
  ['united states xai', 'xAI'],
])('“%s” finds %s', async (q, name) => {
  expect(await listNames({ q })).toContain(name);
});

test('a name that nobody has finds nothing, and the page stays the first', async () => {
  expect(await getOrganizationTable(orm, { q: 'qqqq', page: '4' })).toMatchObject({
    found: 0,
    page: 1,
    rows: [],
  });
});

test('a kind and an order choose by address', async () => {
  const names = await listNames({ kind: 'startup', sort: 'organization' });
  expect(names).toContain('xAI');
  expect(names).not.toContain('Google');
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
});

import { describe, expect, it } from 'vitest';
import { offers } from '@/data/cases/registry';
import { datasets } from '@/data/datasets';
import { toTidyHref } from './href';
import type { Query } from './parameters';
import { type SortKey, toSortText } from './sort-keys';
import { type TableQuery, toTableHref } from './table-href';
import {
  declareTable,
  listTicked,
  parseTableQuery,
  toExistingPage,
  toFiltered,
  toSortedBy,
} from './table-query';

const everything: TableQuery = { search: '', filters: {}, sort: [], page: 1 };
const parse = (query: Query, preferred?: readonly SortKey[]) =>
  parseTableQuery(offers, query, preferred);

describe('a table by its address', () => {
  it.each<[string, Query, Partial<TableQuery>]>([
    ['nothing asked', {}, {}],
    ['a search', { q: '  omdia   2024 ' }, { search: 'omdia 2024' }],
    ['a value', { vendor: 'nvidia' }, { filters: { vendor: 'nvidia' } }],
    ['a number’s value', { price_usd_per_hour: '2.40' }, { filters: { price_usd_per_hour: 2.4 } }],
    ['one of several', { form: 'sxm' }, { filters: { form: 'sxm' } }],
    ['blank cells', { accelerators: '~' }, { filters: { accelerators: null } }],
    [
      'a range',
      { accelerators__gte: '8', accelerators__lt: '16' },
      { filters: { accelerators__gte: 8, accelerators__lt: 16 } },
    ],
    [
      'days from a month on',
      { offered_on__gte: '2024-06' },
      { filters: { offered_on__gte: '2024-06' } },
    ],
    ['an end of a range that a form leaves open', { accelerators__lte: '' }, {}],
    ['what a form leaves empty', { q: '', form: '', sort: '', page: '' }, {}],
    [
      'a sorting',
      { sort: '-accelerators~vendor' },
      {
        sort: [
          { column: 'accelerators', descending: true },
          { column: 'vendor', descending: false },
        ],
      },
    ],
    ['columns', { columns: 'accelerators~vendor' }, { columns: ['vendor', 'accelerators'] }],
    ['columns as ticked', { columns: ['vendor', 'chip'] }, { columns: ['vendor', 'chip'] }],
    ['all columns', { columns: Object.keys(offers.columns).join('~') }, {}],
    ['a page', { page: '3' }, { page: 3 }],
    ['marks of campaigns', { utm_source: 'x' }, {}],
  ])('understands %s', (_, query, expected) => {
    expect(parse(query)).toEqual({ table: { ...everything, ...expected }, corrections: [] });
  });

  it.each<[string, Query, Partial<TableQuery>, string, string, string | null]>([
    [
      'a long search',
      { q: 'x'.repeat(150) },
      { search: 'x'.repeat(100) },
      'q',
      'x'.repeat(150),
      'x'.repeat(100),
    ],
    [
      'a repeated parameter',
      { form: ['sxm', 'pcie'] },
      { filters: { form: 'sxm' } },
      'form',
      'sxm, pcie',
      'sxm',
    ],
    ['a value that is not allowed', { form: 'constructor' }, {}, 'form', 'constructor', ''],
    ['a number that is none', { accelerators: '1e9' }, {}, 'accelerators', '1e9', ''],
    ['a range of words', { accelerators__gte: 'many' }, {}, 'accelerators__gte', 'many', ''],
    ['a range of blanks', { accelerators__lt: '~' }, {}, 'accelerators__lt', '~', ''],
    ['a month that never was', { offered_on__lt: '2024-13' }, {}, 'offered_on__lt', '2024-13', ''],
    ['a range of names', { vendor__gte: 'a' }, {}, 'vendor__gte', 'a', null],
    ['another comparison', { accelerators__like: '8' }, {}, 'accelerators__like', '8', null],
    ['blanks where there are none', { vendor: '~' }, {}, 'vendor', '~', ''],
    ['an unknown column', { sort: 'constructor' }, {}, 'sort', 'constructor', ''],
    [
      'an unknown column among known ones',
      { sort: '-price~vendor' },
      { sort: [{ column: 'vendor', descending: false }] },
      'sort',
      '-price~vendor',
      'vendor',
    ],
    [
      'a column sorted by twice',
      { sort: 'vendor~-vendor' },
      { sort: [{ column: 'vendor', descending: false }] },
      'sort',
      'vendor~-vendor',
      'vendor',
    ],
    ['another sign', { sort: '+vendor' }, {}, 'sort', '+vendor', ''],
    ['page 0', { page: '0' }, {}, 'page', '0', '1'],
    ['a page that is no number', { page: '2; DROP TABLE' }, {}, 'page', '2; DROP TABLE', '1'],
    ['an endless page', { page: '9'.repeat(400) }, {}, 'page', '9'.repeat(400), '1'],
    ['an unknown parameter', { color: 'red' }, {}, 'color', 'red', null],
  ])('mends and reports %s', (_, query, expected, parameter, found, used) => {
    expect(parse(query)).toEqual({
      table: { ...everything, ...expected },
      corrections: [{ parameter, found, used, allowed: expect.anything() }],
    });
  });

  it('sorts as preferred where the address names no column that exists', () => {
    const preferred = [{ column: 'offered_on', descending: true }];
    expect(parse({}, preferred).table.sort).toEqual(preferred);
    expect(parse({ sort: 'nonsense' }, preferred)).toMatchObject({
      table: { sort: preferred },
      corrections: [{ used: '-offered_on' }],
    });
  });

  it.each<[Query, string]>([
    [{}, '/d'],
    [{ page: '1', sort: '-offered_on', q: ' ' }, '/d'],
    [
      { page: '2', form: 'sxm', vendor: 'nvidia', q: 'a b' },
      '/d?q=a+b&vendor=nvidia&form=sxm&page=2',
    ],
    [
      { sort: '-accelerators~vendor', accelerators: '~' },
      '/d?accelerators=~&sort=-accelerators~vendor',
    ],
    [{ columns: 'vendor~chip', page: '2' }, '/d?columns=vendor~chip&page=2'],
    [
      { accelerators__lt: '16', accelerators__gte: '08', form: 'sxm' },
      '/d?form=sxm&accelerators__gte=8&accelerators__lt=16',
    ],
    [{ q: '100%&x=1#' }, '/d?q=100%25%26x%3D1%23'],
  ])('%o has the one address %s', (query, href) => {
    const preferred = [{ column: 'offered_on', descending: true }];
    const { table } = parse(query, preferred);
    expect(toTableHref('/d', offers, table, preferred)).toBe(href);
    const again = Object.fromEntries(new URL(href, 'http://x').searchParams);
    expect(parse(again, preferred)).toEqual({ table, corrections: [] });
  });

  it.each(datasets.map((contract) => [contract.slug, contract] as const))(
    'can tell the columns of %s from its own parameters',
    (_, contract) => {
      for (const name of Object.keys(declareTable(contract)))
        expect(Object.keys(contract.columns)).not.toContain(name);
    },
  );
});

describe('a click on a header', () => {
  it.each([
    ['', 'accelerators', '-accelerators'],
    ['', 'vendor', 'vendor'],
    ['-accelerators', 'accelerators', 'accelerators'],
    ['accelerators', 'accelerators', ''],
    ['vendor', 'vendor', '-vendor'],
    ['-vendor~chip', 'vendor', 'chip'],
    ['-accelerators', 'vendor', 'vendor~-accelerators'],
    ['vendor~-accelerators', 'accelerators', '-accelerators~vendor'],
    ['vendor~chip~form', 'offered_on', '-offered_on~vendor~chip'],
  ])('turns “%s” by %s into “%s” and starts over', (before, column, after) => {
    const { table } = parse({ sort: before, page: '3' });
    const sorted = toSortedBy(offers, table, column);
    expect(toSortText(sorted.sort)).toBe(after);
    expect(sorted.page).toBe(1);
  });
});

describe('steps through a table', () => {
  it('filters anew from page 1, and takes filters back', () => {
    const { table } = parse({ form: 'sxm', page: '2' });
    expect(toFiltered(table, 'vendor', 'amd')).toMatchObject({
      filters: { form: 'sxm', vendor: 'amd' },
      page: 1,
    });
    expect(toFiltered(table, 'form', undefined).filters).toEqual({});
    expect(toFiltered(table, 'accelerators', null).filters).toEqual({
      form: 'sxm',
      accelerators: null,
    });
  });

  it.each([
    [1, 0, 1, 1],
    [1, 25, 1, 1],
    [2, 26, 2, 2],
    [3, 26, 2, 2],
    [9, 0, 1, 1],
  ])('page %i of %i rows is page %i of %i', (asked, rows, page, pageCount) => {
    const found = toExistingPage({ ...everything, page: asked }, rows);
    expect(found).toMatchObject({ table: { page }, pageCount });
    expect(found.corrections).toEqual(
      asked === page
        ? []
        : [{ parameter: 'page', found: `${asked}`, used: `${page}`, allowed: expect.anything() }],
    );
  });

  it.each<[Query, string | null]>([
    [{}, null],
    [{ q: 'a' }, null],
    [{ columns: 'vendor~chip' }, null],
    [{ columns: ['vendor', 'chip'], sort: 'chip' }, '/d?columns=vendor~chip&sort=chip'],
    [{ columns: Object.keys(offers.columns), q: '' }, '/d'],
    [{ q: '', form: '' }, '/d'],
    [{ q: 'a', form: '', x: ['', 'y'], sort: 'a~b' }, '/d?q=a&x=y&sort=a~b'],
  ])('an address with %o is tidied to %s', (query, href) => {
    expect(toTidyHref('/d', query, [listTicked(offers)])).toBe(href);
  });
});

import { expect, it } from 'vitest';
import { parseOpened, writeOpened } from './opened';

const page = {
  charts: ['market-share', 'shipments'],
  tables: new Map([
    ['market-share', ['period', 'nvidia']],
    ['shipments', ['period']],
    ['catalog', ['name']],
  ]),
};
const read = (query: Record<string, string>) => parseOpened(query, page);

it.each<Record<string, string>>([
  { table: 'market-share' },
  { table: 'market-share', sort: '-nvidia~period', rows: 'all' },
  { table: 'catalog', sort: 'name' },
  { about: 'shipments' },
  { table: 'shipments', download: 'market-share' },
])('reads what is open from an address and writes it back: %j', (query) => {
  const { opened, corrections } = read(query);
  expect(corrections).toEqual([]);
  expect(writeOpened(opened)).toEqual(query);
});

it.each<[Record<string, string>, string]>([
  [{ table: 'moon' }, 'table'],
  [{ about: 'catalog' }, 'about'],
  [{ sort: 'nvidia' }, 'sort'],
  [{ table: 'shipments', sort: 'nvidia' }, 'sort'],
  [{ table: 'shipments', rows: '12' }, 'rows'],
])('says what of it the page does not have: %j', (query, parameter) => {
  expect(read(query).corrections.map((one) => one.parameter)).toEqual([parameter]);
});

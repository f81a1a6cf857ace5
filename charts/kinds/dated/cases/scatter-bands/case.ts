/**
 * Six hundred prices: more than dots can show. Three months of GPU clouds have none, the
 * marketplaces are estimates of few months, and one price has only a year.
 */
import type { DatedEntry, DatedGroup, DatedModel } from '@/charts/model';
import { parsePeriod } from '@/units/period';

const listMonths = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => {
    const month = String(((from + at) % 12) + 1).padStart(2, '0');
    return `${2023 + Math.floor((from + at) / 12)}-${month}`;
  });

const GAP = ['2023-08', '2023-09', '2024-03'];

/** Prices that fall by one percent a month and spread over six tenths of the lowest. */
function listPrices(
  count: number,
  { lowest, months, kind }: { lowest: number; months: string[]; kind: DatedEntry['kind'] },
): DatedEntry[] {
  return Array.from({ length: count }, (_, at) => {
    const place = at % months.length;
    const day = String(1 + ((at * 7) % 28)).padStart(2, '0');
    const value = lowest * (1 + (((at * 37) % 61) / 60) * 0.6) * (1 - place / 100);
    return toEntry(`${months[place]}-${day}`, Math.round(value * 100) / 100, kind);
  }).sort((a, b) => a.date.start.localeCompare(b.date.start));
}

const toEntry = (date: string, value: number, kind: DatedEntry['kind']): DatedEntry => ({
  ...{ id: date, label: 'A provider', href: null, date: parsePeriod(date)!, value, kind },
  ...{ details: [], source: 's' },
});

const toGroup = (
  id: string,
  label: string,
  color: DatedGroup['color'],
  entries: DatedEntry[],
): DatedGroup => ({
  ...{ id, label, color, entries },
  rows: { href: `/datasets/rental-prices?provider_kind=${id}#rows` },
});

const model: DatedModel = {
  shape: 'scatter',
  unit: 'USD per chip-hour',
  scale: 'linear',
  valueLabel: 'Price',
  entryLabel: 'Provider',
  groupLabel: 'Kind of provider',
  counted: 'prices',
  columns: [],
  named: false,
  groups: [
    toGroup(
      'gpu-cloud',
      'GPU clouds',
      'startups',
      listPrices(400, {
        lowest: 2,
        months: listMonths(0, 23).filter((month) => !GAP.includes(month)),
        kind: 'measured',
      }),
    ),
    toGroup(
      'hyperscaler',
      'Large clouds',
      'apple',
      listPrices(140, { lowest: 4.5, months: listMonths(6, 23), kind: 'measured' }),
    ),
    toGroup('marketplace', 'Marketplaces', 'apple', [
      toEntry('2023', 1.4, 'estimate'),
      ...listPrices(59, {
        lowest: 1.1,
        months: ['2023-02', '2023-03', '2024-05', '2024-06'],
        kind: 'estimate',
      }),
    ]),
  ],
  notes: [],
};

export default { width: 520, height: 300, model };

/** Six hundred events of two years: some of the deals are only reported, some have only a year. */
import type { DatedEntry, DatedGroup, DatedModel } from '@/charts/model';
import { parsePeriod } from '@/units/period';

const toEntry = (date: string, kind: DatedEntry['kind']): DatedEntry => ({
  ...{ id: date, label: 'An event', name: '', href: null, date: parsePeriod(date)!, value: null },
  ...{ kind, details: [], source: 's' },
});

/** More of them in later months. */
const listEvents = (count: number, kind: DatedEntry['kind']): DatedEntry[] =>
  Array.from({ length: count }, (_, at) => {
    const place = Math.floor(Math.sqrt(at / count) * 24);
    const month = String((place % 12) + 1).padStart(2, '0');
    return toEntry(`${2023 + Math.floor(place / 12)}-${month}-15`, kind);
  });

const toGroup = (
  id: string,
  label: string,
  color: DatedGroup['color'],
  entries: DatedEntry[],
): DatedGroup => ({ id, label, color, entries });

const model: DatedModel = {
  shape: 'lanes',
  unit: 'accelerators',
  scale: 'linear',
  valueLabel: '',
  entryLabel: 'Event',
  groupLabel: 'Category',
  counted: 'events',
  columns: [],
  named: true,
  groups: [
    toGroup('launch', 'Launches', 'nvidia', listEvents(400, 'measured')),
    toGroup('deal', 'Deals', 'startups', [
      ...listEvents(120, 'measured'),
      ...listEvents(78, 'estimate'),
      toEntry('2023', 'measured'),
      toEntry('2024', 'measured'),
    ]),
    toGroup('none', 'Nothing', 'amd', []),
  ],
  notes: [],
};

export default { width: 520, height: 300, model };

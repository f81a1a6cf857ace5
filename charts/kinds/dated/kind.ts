/** Single things by date: dots on a value axis, or events in lanes. */

import { kindWords } from '@/units/figure-kind';
import { formatPeriod } from '@/units/period';
import { declareNames, formatReading } from '../figure';
import type { FiguresKind } from '../kind';
import { type Band, describeBands, findBands, formatCount } from './bands';
import { type DatedModel, listDatedEntries } from './model';
import { toTable } from './table';

const listEntries = ({ groups }: DatedModel) => groups.flatMap(({ entries }) => entries);
const listDays = (model: DatedModel) => listDatedEntries(model).map(({ entry }) => entry.date);

export const scatter: FiguresKind<DatedModel> = {
  nearness: 'point',
  words: { of: 'Charts of single figures by date', row: 'one figure' },
  listFigures: listEntries,
  listOrigins: listEntries,
  listPeriods: listDays,
  listDates: (model, collectedOn) =>
    // A launch some time in this year says nothing of how far the list reaches. What a
    // vendor shows beforehand is known from that day on.
    listDays(model).filter(({ end }) => end <= collectedOn),
  names: declareNames<DatedModel, 'groups'>('groups'),
  listEntries,
  locate(model) {
    const entries = listDatedEntries(model);
    const bands = findBands(model)?.bands ?? [];
    return (_, index) => {
      const { entry, group } = entries[index] ?? {};
      const band = bands[index - entries.length];
      const ids = [entry?.id, (group ?? band?.group)?.id].filter((id) => id !== undefined);
      return { ids, period: entry?.date ?? band?.period ?? null };
    };
  },
  toTable,
  describeDrawn: describeBands,
  buildReader(model) {
    const entries = listDatedEntries(model);
    const bands = findBands(model)?.bands ?? [];
    return (_, index) => {
      const band = bands[index - entries.length];
      if (band) return readBand(band, model);
      const { entry, group } = entries[index]!;
      const amount =
        entry.value === null
          ? [entry.label, kindWords[entry.kind]].filter(Boolean).join(', ')
          : formatReading(entry, model.unit);
      return {
        name: entry.value === null ? group.label : `${entry.label}, ${group.label}`,
        text: amount,
        when: formatPeriod(entry.date.label),
        source: entry.source,
        evidence: entry.evidence ?? null,
      };
    };
  },
};

export const lanes: FiguresKind<DatedModel> = {
  ...scatter,
  words: { of: 'Charts of events', row: 'one event' },
};

/** "median $2.10 ($1.49–$2.99), 41 prices"; its evidence are the rows of that month. */
function readBand(band: Band, model: DatedModel) {
  const { group, period, source } = band;
  return {
    name: group.label,
    text: wordBand(band, model),
    when: formatPeriod(period.label),
    source,
    evidence: group.rows ? searchRows(group.rows.href, period.label) : null,
  };
}

function wordBand({ spread, count, kind }: Band, { counted = 'figures', unit }: DatedModel) {
  const all = `${formatCount(count)} ${counted}`;
  if (!spread) return [all, kindWords[kind]].filter(Boolean).join(', ');
  const { low, median, high } = spread;
  const middle = formatReading({ value: median, low, high, kind }, unit);
  return count === 1 ? middle : `median ${middle}, ${all}`;
}

/** A date is searched as a text: "2024-05" finds each of its days. The search stands first, as in any table. */
function searchRows(href: string, date: string): string {
  const { pathname, searchParams, hash } = new URL(href, 'http://any.example');
  const search = new URLSearchParams([['q', date], ...searchParams]);
  return `${pathname}?${search}${hash}`;
}

/** Answers about when the next figures of a series are due: results, lists, editions. */

import { toKey } from '@/address/names';
import type { Orm } from '@/db/orm';
import { readSnapshot } from '@/db/snapshot-tables';
import { formatDate, formatPeriod } from '@/units/period';
import { type FreshSeries, listFreshSeries, toShownHref, wordOverdue } from '@/views/freshness';
import { type Answer, buildAnswer } from './answer';
import { type Asked, isOneOf } from './asked';

const NEXT = 'next upcoming forthcoming expected due overdue schedule calendar'.split(' ');
/** Words that ask for a day where nothing but names goes with them. */
const DAY = 'date day report reporting announce announcement published'.split(' ');
const ALSO = 'when results release data update new edition will come out'.split(' ');

/** When the series that a query names, or all, are continued: first what is due next, then what is late. */
export async function answerExpected(orm: Orm, asked: Asked): Promise<Answer | null> {
  const { rest, things, period } = asked;
  const isOf = (words: readonly string[]) => (word: string) => isOneOf(word, words);
  const asksNext = rest.some(isOf(NEXT));
  const asksDay = things.length > 0 && rest.length > 0 && rest.every(isOf([...DAY, 'results']));
  if (period !== null || !(asksNext || (asksDay && rest.some(isOf(DAY))))) return null;
  const words = rest.filter((word) => !isOneOf(word, [...NEXT, ...DAY, ...ALSO]));
  const today = readSnapshot(orm.$client)?.collected_on ?? '';
  const dated = (await listFreshSeries(orm)).flatMap((series) =>
    series.nextExpected !== null && isAsked(series, asked, words)
      ? [{ series, day: series.nextExpected }]
      : [],
  );
  const shown = dated
    .toSorted(
      (a, b) =>
        Number(a.day < today) - Number(b.day < today) ||
        (a.day < today ? b.day.localeCompare(a.day) : a.day.localeCompare(b.day)) ||
        a.series.name.localeCompare(b.series.name),
    )
    .slice(0, MOST_SERIES);
  return buildAnswer(orm, {
    title: 'Next figures expected',
    note: 'Expected dates are ours unless the publisher announced them.',
    figures: shown.map(({ series, day }) => ({
      label: [series.name, series.origin].filter(Boolean).join(', '),
      values: [formatDate(day)],
      detail: [
        wordOverdue(series, today),
        `newest ${formatPeriod(series.newest)}`,
        series.rhythm && `published ${series.rhythm}`,
      ]
        .filter(Boolean)
        .join(' · '),
      href: toShownHref(series),
    })),
    sources: [],
    links: [
      { label: 'All series', href: '/freshness' },
      { label: 'Calendar', href: '/freshness.ics' },
    ],
  });
}

const MOST_SERIES = 4;

/** Whether every name and word of the query is in what the series is called. */
function isAsked(
  { series, name, origin, dataset }: FreshSeries,
  { things }: Asked,
  words: readonly string[],
): boolean {
  const text = [series, name, origin, dataset].filter(Boolean).join(' ');
  const own = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return (
    things.every((rows) => rows.some((one) => toKey(text).includes(toKey(one.row)))) &&
    words.every((word) => isOneOf(word, own))
  );
}

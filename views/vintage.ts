/**
 * Which vintage of its figures an address wants: what was public on the day that `asof` names.
 * Publishers' editions are vintages; what has none is read from the copies that this site
 * keeps of what it published.
 */
import { type OfferedChoice, type ParsedChoices, toCanonical } from '@/address/choices';
import {
  once,
  type Parameter,
  type ParameterProblem,
  type Query,
  type Reading,
  readAddress,
} from '@/address/parameters';
import { shorten } from '@/address/word-problem';
import { isDay } from '@/data/parse-cell';
import { type Tracker, toDatabaseFile } from '@/db/connection';
import { listKeptSnapshots } from '@/db/kept-snapshots';
import { listGaps, openSnapshot } from '@/db/open-snapshot';
import type { Edition } from '@/db/queries/editions';
import { formatDate, parsePeriod } from '@/units/period';
import type { PublishedChart } from './published-chart';

/** The name of the parameter, which every published chart reads. */
export const AS_OF = 'asof';

export interface Vintage {
  /** ISO day from which on it was public. */
  readonly publishedOn: string;
  /** "Apr 2026": within a sentence that says what it is. */
  readonly name: string;
  /** "As published in Apr 2026", "As shown here on Nov 22, 2026". */
  readonly words: string;
  readonly values: Readonly<Record<string, string>>;
  /** Where its figures are. */
  readonly tracker: Tracker;
}

interface AskedVintage {
  /** What is shown by itself, unless an older one is asked for. */
  readonly newest: Vintage;
  /** The older one that is asked for; null: none. */
  readonly older: Vintage | null;
  readonly offered: readonly OfferedChoice[];
  readonly canonical: Readonly<Record<string, string>>;
  readonly corrections: readonly ParameterProblem[];
}

/** Choices as they were read, with the vintage; an edition chosen by its own name is one. */
export async function readVintage(
  tracker: Tracker,
  chart: PublishedChart,
  { values, offered }: ParsedChoices,
  query: Query,
): Promise<AskedVintage> {
  const editions = (await chart.editions?.(tracker.orm, values)) ?? [];
  const last = editions.at(-1);
  const named = editions.find((one) => one !== last && isChosen(one, values));
  const own = { ...values, ...last?.values };
  const vintages =
    editions.length > 1
      ? editions.map((one) => toVintage(one, editions, { values: own, tracker }))
      : isAsked(query)
        ? listKeptVintages(tracker, chart, own)
        : [];
  const newest = vintages.at(-1) ?? {
    ...{ publishedOn: last?.publishedOn ?? '', name: '', words: '' },
    ...{ values: own, tracker },
  };
  const asked = named && !isAsked(query) ? { [AS_OF]: named.publishedOn } : query;
  const read = readAddress({ [AS_OF]: declareAsOf(vintages) }, asked);
  const older = read.values[AS_OF] ?? null;
  const text = read.texts[AS_OF] ?? '';
  const choices = offered.map((one) => setNewest(one, last));
  // Where a chart has many choices, some of them stand in a panel.
  const panel = choices.find((one) => one.panel !== null)?.panel ?? null;
  return {
    newest,
    older,
    offered: vintages.length > 1 ? [...choices, toChoice(vintages, older, text, panel)] : choices,
    canonical: { ...toCanonical(choices), ...(older ? { [AS_OF]: text } : {}) },
    corrections: read.problems,
  };
}

const isAsked = (query: Query): boolean => [query[AS_OF] ?? []].flat().some((text) => text !== '');

const isChosen = (edition: Edition, values: Edition['values']): boolean =>
  Object.entries(edition.values).every(([name, value]) => values[name] === value);

/** An older edition that was chosen by its own name is the newest, as of its day. */
function setNewest(choice: OfferedChoice, newest: Edition | undefined): OfferedChoice {
  const value = newest?.values[choice.name];
  if (value === undefined || value === choice.value) return choice;
  return {
    ...choice,
    value,
    options: choice.options.filter((one) => one.isListed !== false || one.value === value),
  };
}

function toVintage(
  { publishedOn, values }: Edition,
  all: readonly Edition[],
  own: Pick<Vintage, 'values' | 'tracker'>,
): Vintage {
  const month = publishedOn.slice(0, 7);
  const isAlone = all.filter((one) => one.publishedOn.startsWith(month)).length === 1;
  const name = formatDate(isAlone ? month : publishedOn);
  return {
    ...{ publishedOn, name, tracker: own.tracker },
    words: `As published ${isAlone ? 'in' : 'on'} ${name}`,
    values: { ...own.values, ...values },
  };
}

/** The copies kept here that have all the chart asks for, and what is shown now as the last. */
function listKeptVintages(
  tracker: Tracker,
  { datasets }: PublishedChart,
  values: Vintage['values'],
): readonly Vintage[] {
  const { snapshot, isFrozen } = tracker;
  if (isFrozen) return [];
  const kept = listKeptSnapshots(toDatabaseFile()).toReversed();
  const today = kept.find(({ id }) => id === snapshot.id);
  const earlier = kept.filter((one) => today && one.published_at < today.published_at);
  return [...earlier, ...(today ? [today] : [])].flatMap(({ id, published_at }): Vintage[] => {
    const copy = id === snapshot.id ? tracker : openSnapshot(id);
    if (!copy || listGaps(copy.orm.$client, datasets).length > 0) return [];
    const publishedOn = published_at.slice(0, 10);
    const name = formatDate(publishedOn);
    return [{ publishedOn, name, words: `As shown here on ${name}`, values, tracker: copy }];
  });
}

/** The value of `asof`; null: the newest. Its text stays as it was asked, for charts next to this one. */
function declareAsOf(vintages: readonly Vintage[]): Parameter<Vintage | null> {
  const [first] = vintages;
  return {
    allowed: first
      ? `Use a day from ${first.publishedOn} on, such as ${first.publishedOn}.`
      : 'No earlier figures of this chart are kept.',
    read: (texts) => {
      const days = texts.map(toLastDay);
      const reading = once<string | null>((text) => toLastDay(text) ?? undefined, null)(texts);
      const [day] = days;
      if (texts.length === 0 || reading.wrong.length > 0) {
        const said = `“${shorten(texts.join(', '))}” is not a date we understand. Try 2026-06-15 or 2026-06.`;
        return { ...reading, value: null, text: '', ...(texts.length > 0 && { said }) };
      }
      return findVintage(vintages, { day: day ?? '', text: texts[0] ?? '' });
    },
  };
}

function findVintage(
  vintages: readonly Vintage[],
  { day, text }: { readonly day: string; readonly text: string },
): Reading<Vintage | null> {
  const [first] = vintages;
  const found = vintages.findLast(({ publishedOn }) => publishedOn <= day);
  if (found) {
    const isNewest = found === vintages.at(-1);
    return { value: isNewest ? null : found, text: isNewest ? '' : text, wrong: [] };
  }
  const said = first
    ? `Nothing of this was public by ${formatDate(text)}; the first figures are of ${formatDate(first.publishedOn)}.`
    : 'No earlier figures of this chart are kept.';
  return { value: null, text: '', wrong: [text], said };
}

/** The last day of a day, month, quarter or year; null for what is none. */
function toLastDay(text: string): string | null {
  const period = parsePeriod(text.trim());
  return period && isDay(period.end) ? period.end : null;
}

/** The vintages as a choice, newest first; the one shown has the value that was asked. */
function toChoice(
  vintages: readonly Vintage[],
  older: Vintage | null,
  text: string,
  panel: string | null,
): OfferedChoice {
  const newest = vintages.at(-1);
  return {
    ...{ name: AS_OF, label: 'As of', control: 'select', follows: null, panel },
    options: vintages.toReversed().map((one) => {
      if (one === newest) return { value: '', label: `Newest (${one.name})` };
      return { value: one === older ? text : one.publishedOn, label: one.words };
    }),
    value: older ? text : '',
    fallback: '',
  };
}

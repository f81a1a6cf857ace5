/** Answers about what an hour of a chip costs, of everybody or of providers that are named. */

import { group, max, median } from 'd3-array';
import { toHref } from '@/address/href';
import { toEvidenceHref, toRowsHref } from '@/address/links';
import { type Named, readNames } from '@/address/names';
import { rentalPrices } from '@/data/rental-prices/contract';
import { type Orm, oncePerSnapshot } from '@/db/orm';
import { toShortName } from '@/subjects/chips/chip-entries';
import { type ChipRow, listChips, listVariants } from '@/subjects/chips/queries';
import {
  listProviders,
  listRentalPrices,
  providerKinds,
  type RentalPriceRow,
  terms,
} from '@/subjects/prices/queries';
import { addDays } from '@/units/date';
import { formatValue } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { joinNames } from '@/views/sentences';
import { type Answer, type AnswerFigure, buildAnswer } from './answer';
import { type Asked, isOneOf } from './asked';
import {
  asksFor,
  asksRent,
  findPriced,
  isOfPrices,
  PRICE,
  TERMS,
  type Term,
} from './price-answers';

const MOST_PRICES = 4;

/**
 * What an hour of a chip costs: under each term, by kind of provider; of providers that are
 * named, what they ask for it, or for each of their chips.
 */
export async function answerRent(orm: Orm, asked: Asked): Promise<Answer | null> {
  const rented = await findRented(orm, asked);
  if (!rented) return null;
  const { named, providers } = rented;
  const variants = named ? await listVariants(orm, named.row) : await listChips(orm);
  const listed = await Promise.all(
    named ? variants.map(({ chip }) => listRentalPrices(orm, { chip })) : [listRentalPrices(orm)],
  );
  const everybody = listed
    .flat()
    .filter(
      ({ standing, provider_kind, date }) =>
        standing === 'verified' &&
        provider_kind !== 'assumption' &&
        (asked.period === null || date.startsWith(asked.period)),
    );
  const own = everybody.filter(({ provider }) => providers.includes(provider));
  const known = own.length > 0 ? own : everybody;
  const wanted = TERMS.filter(({ words }) => asked.rest.some((word) => isOneOf(word, words)));
  const isWanted = ({ term }: RentalPriceRow) =>
    wanted.length === 0 || wanted.some((one) => one.terms.includes(term));
  const fitting = known.filter(isWanted);
  const grouped = listOffers(fitting.length > 0 ? fitting : known);
  // What a provider asks is no market, of which a median tells.
  const all =
    own.length === 0
      ? grouped
      : grouped
          .flatMap((rows) => rows.map((row): Offer => [row]))
          .toSorted(byLaunch(named ? [] : variants));
  // Who asks for no term sees several.
  const offers = all
    .filter(
      ([{ term }], at) =>
        wanted.length > 0 ||
        !named ||
        all.slice(0, at).filter(([one]) => one.term === term).length < 2,
    )
    .slice(0, MOST_PRICES);
  const [first] = offers;
  if (!first || (!named && own.length === 0)) return null;
  const chip = named ? toShortName(named.name) : null;
  const who = joinNames([...new Set((own.length > 0 ? offers.flat() : []).map(toProvider))]);
  const [term] = wanted;
  return buildAnswer(orm, {
    title: `${[who, chip].filter(Boolean).join(': ')}, price of an hour`,
    note:
      own.length === 0 && providers.length > 0
        ? `No price for ${chip} from ${joinNames(providers)}. Others’ prices:`
        : term && fitting.length === 0
          ? `No ${terms[term.terms[0]!].toLowerCase()} price for ${chip ?? who}. There ${known.length === 1 ? 'is 1 other' : `are ${known.length} others`}.`
          : null,
    figures: offers.map((rows) => toOffer(rows, variants, named !== null)),
    sources: offers.flatMap((rows) => rows.map(({ source }) => source)),
    links: [
      { label: 'Chart', href: toHref('/prices', { chip: first[0].chip, term: first[0].term }) },
      ...(own.length > 0
        ? [
            {
              label: `All prices of ${first[0].provider}`,
              href: toRowsHref(rentalPrices, { provider: first[0].provider }),
            },
          ]
        : []),
    ],
  });
}

const toProvider = ({ provider }: Pick<RentalPriceRow, 'provider'>) => provider;

/** Offers of the newest chips first; none of these: as they are. */
function byLaunch(variants: readonly ChipRow[]): (a: Offer, b: Offer) => number {
  const days = new Map(variants.map(({ chip, launch_date }) => [chip, launch_date ?? '']));
  const dayOf = ([{ chip }]: Offer) => days.get(chip) ?? '';
  return (a, b) => dayOf(b).localeCompare(dayOf(a));
}

interface Rented {
  /** The chip; null where all of the providers’ are asked for. */
  readonly named: Named | null;
  /** Who rents it out, as the prices name them; none: everybody. */
  readonly providers: readonly string[];
}

/** Which chip is asked for, of whom: a provider is named as others are, or by words of its name. */
async function findRented(orm: Orm, asked: Asked): Promise<Rented | null> {
  const everyone = await readProviders(orm, rentalPrices);
  const isOf = (thing: readonly Named[]) => (one: Provider) =>
    thing.some(({ dataset, row }) =>
      one.named.some((own) => own.dataset === dataset && own.row === row),
    );
  const isProvider = (thing: readonly Named[]) =>
    thing[0]?.dataset !== 'chips' && everyone.some(isOf(thing));
  const renting = asked.things.filter(isProvider);
  const words = asked.rest.filter((word) => !isOfPrices(word));
  const called = everyone.filter(
    (one) =>
      words.every((word) => one.words.includes(word)) && words.some((word) => one.own.has(word)),
  );
  if (words.length > 0 && called.length === 0) return null;
  const providers = everyone.filter(
    (one) => called.includes(one) || renting.some((thing) => isOf(thing)(one)),
  );
  const others = {
    ...asked,
    rest: asked.rest.filter(isOfPrices),
    things: asked.things.filter((one) => !isProvider(one)),
  };
  const named = findPriced(others, 'rent', words.length > 0);
  const isOfAll = others.things.length === 0 && (asksRent(others) || asksFor(others, PRICE));
  if (!named && !(isOfAll && providers.length > 0)) return null;
  return { named, providers: providers.map(toProvider) };
}

interface Provider {
  readonly provider: string;
  /** What this site knows by that name. */
  readonly named: readonly Named[];
  readonly words: readonly string[];
  /** Those that no other’s name has: not the “Compute” of five. */
  readonly own: ReadonlySet<string>;
}

const readProviders = oncePerSnapshot(async (orm): Promise<readonly Provider[]> => {
  const [names, providers] = await Promise.all([readNames(orm), listProviders(orm)]);
  const all = providers.map((provider) => {
    const words: readonly string[] = provider.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return { provider, named: names.find(provider), words };
  });
  return all.map((one) => ({
    ...one,
    own: new Set(
      one.words.filter((word) =>
        all.every(({ words }) => words[0] === one.words[0] || !words.includes(word)),
      ),
    ),
  }));
});

type Offer = readonly [RentalPriceRow, ...RentalPriceRow[]];

/**
 * Under each term and of each kind of provider, the newest price of each chip of each provider;
 * nothing that is years older than the newest.
 */
function listOffers(rows: readonly RentalPriceRow[]): readonly Offer[] {
  const kinds = group(rows, ({ term, provider_kind }) => `${term} ${provider_kind}`);
  const offers = [...kinds.values()].flatMap((own): Offer[] => {
    const newest = max(own, ({ date }) => date) ?? '';
    const since = newest.length < 10 ? newest : addDays(newest, -MOST_DAYS_APART);
    const recent = own
      .filter(({ date }) => date >= since)
      .toSorted((a, b) => b.date.localeCompare(a.date));
    const offers = new Map<string, RentalPriceRow>();
    for (const row of recent) {
      const offer = `${row.provider} ${row.chip}`;
      if (!offers.has(offer)) offers.set(offer, row);
    }
    const [first, ...more] = offers.values();
    return first ? [[first, ...more]] : [];
  });
  const newest = max(offers, ([{ date }]) => date)?.padEnd(10, '-01');
  const since = newest ? addDays(newest, -MOST_DAYS_BEHIND) : '';
  const order: readonly Term[] = TERMS.flatMap((one) => one.terms);
  const place = ([{ term }]: Offer) => (order.includes(term) ? order.indexOf(term) : order.length);
  return offers
    .filter(([{ date }]) => date >= since)
    .toSorted(
      (a, b) => place(a) - place(b) || b.length - a.length || b[0].date.localeCompare(a[0].date),
    );
}

const MOST_DAYS_BEHIND = 2 * 366;

/** Prices so many days apart are of one time. */
const MOST_DAYS_APART = 31;

function toOffer(rows: Offer, variants: readonly ChipRow[], ofOneChip: boolean): AnswerFigure {
  const [{ term, date, provider, provider_kind: kind, chip }, second] = rows;
  const write = (price: number) => formatValue(price, 'USD per hour');
  const prices = rows.map((row) => row.price_usd_per_hour);
  const name = variants.find((one) => one.chip === chip)?.name ?? chip;
  return {
    label: [ofOneChip ? null : toShortName(name), terms[term], formatDate(date)]
      .filter(Boolean)
      .join(', '),
    values: [write(median(prices) ?? 0)],
    detail: second
      ? `median of ${rows.length} prices, ${write(Math.min(...prices))}–${write(Math.max(...prices))} · ${providerKinds[kind]}`
      : `${provider} (${providerKinds[kind]}) · ${toShortName(name)}`,
    href: second
      ? toHref('/datasets/rental-prices', { chip, term, provider_kind: kind })
      : toEvidenceHref(rentalPrices, rows[0]),
  };
}

/** Answers about prices: what an hour of a chip costs, and what chips and systems cost to buy. */

import { group, max, median } from 'd3-array';
import { toHref } from '@/address/href';
import { toEvidenceHref, toSystemHref } from '@/address/links';
import type { Named } from '@/address/names';
import { chips } from '@/data/chips/contract';
import { rentalPrices } from '@/data/rental-prices/contract';
import type { Orm } from '@/db/orm';
import { toShortName } from '@/subjects/chips/chip-entries';
import { priceFigureKinds, priceKinds } from '@/subjects/chips/chip-measures';
import { type ChipRow, listSystems, listVariants } from '@/subjects/chips/queries';
import {
  listRentalPrices,
  providerKinds,
  type RentalPriceRow,
  terms,
} from '@/subjects/prices/queries';
import { addDays } from '@/units/date';
import { formatValue } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { type Answer, type AnswerFigure, buildAnswer } from './answer';
import { type Asked, hasOthers, isOneOf, listChipsNamed } from './asked';

const PRICE = 'price cost dollar usd much average'.split(' ');
const RENT = 'rent rental cloud hour'.split(' ');
const BUY = 'purchase launch buy new list'.split(' ');

type Term = RentalPriceRow['term'];

/** Words that ask for a term; without one, all of them are told, by the hour first. */
const TERMS: readonly { readonly words: readonly string[]; readonly terms: readonly Term[] }[] = [
  { words: ['demand'], terms: ['on-demand'] },
  { words: ['spot'], terms: ['spot'] },
  {
    words: 'reserved committed contract year month one two three five six'.split(' '),
    terms: [
      'one-year',
      'three-year',
      'reserved',
      'one-month',
      'six-month',
      'two-year',
      'five-year',
    ],
  },
];

const isTerm = (word: string) => TERMS.some(({ words }) => isOneOf(word, words));

/** What an hour of a chip costs: under each term, by kind of provider. */
export async function answerRent(orm: Orm, asked: Asked): Promise<Answer | null> {
  const named = findPriced(asked, 'rent');
  if (!named) return null;
  const variants = await listVariants(orm, named.row);
  const listed = await Promise.all(variants.map(({ chip }) => listRentalPrices(orm, { chip })));
  const known = listed
    .flat()
    .filter(
      ({ standing, provider_kind, date }) =>
        standing === 'verified' &&
        provider_kind !== 'assumption' &&
        (asked.period === null || date.startsWith(asked.period)),
    );
  const wanted = TERMS.filter(({ words }) => asked.rest.some((word) => isOneOf(word, words)));
  const isWanted = ({ term }: RentalPriceRow) =>
    wanted.length === 0 || wanted.some((one) => one.terms.includes(term));
  const fitting = known.filter(isWanted);
  const all = listOffers(fitting.length > 0 ? fitting : known);
  // Who asks for no term sees several.
  const offers = all
    .filter(
      ([{ term }], at) =>
        wanted.length > 0 || all.slice(0, at).filter(([one]) => one.term === term).length < 2,
    )
    .slice(0, MOST_PRICES);
  const [first] = offers;
  if (!first) return null;
  const chip = toShortName(named.name);
  const [term] = wanted;
  return buildAnswer(orm, {
    title: `${chip}, price of an hour`,
    note:
      term && fitting.length === 0
        ? `No ${terms[term.terms[0]!].toLowerCase()} price for ${chip}. There ${known.length === 1 ? 'is 1 other' : `are ${known.length} others`}.`
        : null,
    figures: offers.map((rows) => toOffer(rows, variants)),
    sources: offers.flatMap((rows) => rows.map(({ source }) => source)),
    links: [
      { label: 'Chart', href: toHref('/prices', { chip: first[0].chip, term: first[0].term }) },
    ],
  });
}

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

function toOffer(rows: Offer, variants: readonly ChipRow[]): AnswerFigure {
  const [{ term, date, provider, provider_kind: kind, chip }, second] = rows;
  const write = (price: number) => formatValue(price, 'USD per hour');
  const prices = rows.map((row) => row.price_usd_per_hour);
  const name = variants.find((one) => one.chip === chip)?.name ?? chip;
  return {
    label: `${terms[term]}, ${formatDate(date)}`,
    values: [write(median(prices) ?? 0)],
    detail: second
      ? `median of ${rows.length} prices, ${write(Math.min(...prices))}–${write(Math.max(...prices))} · ${providerKinds[kind]}`
      : `${provider} (${providerKinds[kind]}) · ${toShortName(name)}`,
    href: second
      ? toHref('/datasets/rental-prices', { chip, term, provider_kind: kind })
      : toEvidenceHref(rentalPrices, rows[0]),
  };
}

/** What a chip cost at launch, and systems with it; or the system that is named. */
export async function answerPurchase(orm: Orm, asked: Asked): Promise<Answer | null> {
  const named = findPriced(asked, 'buy');
  if (!named) return null;
  const isSystem = named.dataset === 'systems';
  const variants = isSystem ? [] : await listVariants(orm, named.row);
  const known = await listSystems(orm, isSystem ? null : variants.map(({ chip }) => chip));
  const systems = known.flatMap((system) =>
    system.price_usd === null || (isSystem && system.system !== named.row)
      ? []
      : [{ ...system, price: system.price_usd }],
  );
  const priced = variants.flatMap((row) =>
    row.launch_price_usd === null
      ? []
      : [{ ...row, price: row.launch_price_usd, source: row.price_source ?? row.source }],
  );
  return buildAnswer(orm, {
    title: `${toShortName(named.name)}, price to buy`,
    figures: [
      ...priced.slice(0, MOST_PRICES).map(
        (row): AnswerFigure => ({
          label: toShortName(row.name),
          values: [formatValue(row.price, 'USD')],
          detail: [
            row.price_kind && priceKinds[row.price_kind].toLowerCase(),
            row.launch_date && `launched ${formatDate(row.launch_date)}`,
          ]
            .filter(Boolean)
            .join(' · '),
          href: toEvidenceHref(chips, row),
          ...(row.price_kind && { kind: priceFigureKinds[row.price_kind] }),
        }),
      ),
      ...systems.slice(0, MOST_SYSTEMS).map(
        (system): AnswerFigure => ({
          label: `${system.name}, ${system.chips_per_system} chips`,
          values: [formatValue(system.price, 'USD')],
          detail: system.price_as_of && formatDate(system.price_as_of),
          href: toSystemHref(system.system),
        }),
      ),
    ],
    sources: [...priced, ...systems].map(({ source }) => source),
    links: [{ label: 'All prices', href: '/prices' }],
  });
}

const MOST_PRICES = 4;
const MOST_SYSTEMS = 2;

/** The one chip whose price is asked for, of this kind or of any; systems are only bought. */
function findPriced(asked: Asked, way: 'rent' | 'buy'): Named | null {
  const machines = asked.things.flatMap(([first]) => (first.dataset === 'systems' ? [first] : []));
  const chipsNamed = listChipsNamed(asked);
  const [named, second] = way === 'buy' && machines.length > 0 ? machines : chipsNamed;
  if (!named || second || hasOthers(asked, [named])) return null;
  const asks = (words: readonly string[]) => asked.rest.some((word) => isOneOf(word, words));
  const asksRent = asks(RENT) || asked.rest.some(isTerm);
  const [asksThis, asksOther] = way === 'rent' ? [asksRent, asks(BUY)] : [asks(BUY), asksRent];
  const isKnown = asked.rest.every(
    (word) => isTerm(word) || isOneOf(word, [...PRICE, ...RENT, ...BUY, 'gpu', 'chip', 'system']),
  );
  return isKnown && (asksThis || (asks(PRICE) && !asksOther)) ? named : null;
}

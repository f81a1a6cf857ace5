/** Answers about what chips and systems cost to buy, and the words that ask for a price. */

import { toEvidenceHref, toSystemHref } from '@/address/links';
import type { Named } from '@/address/names';
import { chips } from '@/data/chips/contract';
import type { Orm } from '@/db/orm';
import { toShortName } from '@/subjects/chips/chip-entries';
import { priceFigureKinds, priceKinds } from '@/subjects/chips/chip-measures';
import { listSystems, listVariants } from '@/subjects/chips/queries';
import type { RentalPriceRow } from '@/subjects/prices/queries';
import { formatValue } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { type Answer, type AnswerFigure, buildAnswer } from './answer';
import { type Asked, hasOthers, isOneOf, listChipsNamed } from './asked';

export const PRICE = 'price cost rate dollar usd much average'.split(' ');
const RENT = 'rent rental cloud hour'.split(' ');
const BUY = 'purchase launch buy new list'.split(' ');

export type Term = RentalPriceRow['term'];

/** Words that ask for a term; without one, all of them are told, by the hour first. */
export const TERMS: readonly {
  readonly words: readonly string[];
  readonly terms: readonly Term[];
}[] = [
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

/**
 * The one chip whose price is asked for, of this kind or of any; systems are only bought.
 * `isSaid`: the query asks for it in other words than those of prices.
 */
export function findPriced(asked: Asked, way: 'rent' | 'buy', isSaid = false): Named | null {
  const machines = asked.things.flatMap(([first]) => (first.dataset === 'systems' ? [first] : []));
  const chipsNamed = listChipsNamed(asked);
  const [named, second] = way === 'buy' && machines.length > 0 ? machines : chipsNamed;
  if (!named || second || hasOthers(asked, [named])) return null;
  const [rent, buy] = [asksRent(asked), asksFor(asked, BUY)];
  const [asksThis, asksOther] = way === 'rent' ? [rent || isSaid, buy] : [buy, rent];
  const isAsked = asksThis || (asksFor(asked, PRICE) && !asksOther);
  return isAsked && asked.rest.every(isOfPrices) ? named : null;
}

export const asksFor = ({ rest }: Asked, words: readonly string[]) =>
  rest.some((word) => isOneOf(word, words));

export const asksRent = (asked: Asked) => asksFor(asked, RENT) || asked.rest.some(isTerm);

export const isOfPrices = (word: string) =>
  isTerm(word) || isOneOf(word, [...PRICE, ...RENT, ...BUY, 'gpu', 'chip', 'system', 'server']);

/** An answer about all AI chips there are, as the model of owners has them. */

import { toRowsHref } from '@/address/links';
import type { RowOf } from '@/data/contract';
import { ownerTotals } from '@/data/owner-totals/contract';
import { findRows } from '@/db/find-rows';
import type { Orm } from '@/db/orm';
import { readCoverage } from '@/subjects/holdings/coverage';
import { formatValue } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { type Answer, buildAnswer } from './answer';
import { type Asked, isOneOf } from './asked';

const WORLD = 'world worldwide global globally total'.split(' ');
const COMPUTE = 'compute computing h100 equivalents'.split(' ');
const CHIPS = 'gpu accelerator chip'.split(' ');
const CHINA = 'china chinese'.split(' ');
const ALSO = 'share ai installed estimated capacity power all newest today now'.split(' ');

export async function answerWorld(orm: Orm, asked: Asked): Promise<Answer | null> {
  const { rest, things } = asked;
  const asks = (words: readonly string[]) => rest.some((word) => isOneOf(word, words));
  const ofChina = asks(CHINA);
  const isAsked =
    things.length === 0 &&
    (asks(COMPUTE) ? asks(WORLD) || ofChina : asks(WORLD) && asks(CHIPS) && !ofChina);
  const known = [...WORLD, ...COMPUTE, ...CHIPS, ...CHINA, ...ALSO];
  const isKnown = rest.every((word) => isOneOf(word, known));
  const coverage = isAsked && isKnown ? await readCoverage(orm) : null;
  if (!coverage) return null;
  const { asOf, owners, share, whole } = coverage;
  const rows = await findRows(orm, ownerTotals, { as_of: asOf }, ['owner', 'vendor']);
  const href = toRowsHref(ownerTotals, { as_of: asOf });
  if (ofChina) return answerChina(orm, { asOf, whole, rows });
  return buildAnswer(orm, {
    title: 'AI compute in the world, as Epoch AI models it',
    figures: [
      {
        label: `H100-equivalents, ${formatDate(asOf)}`,
        values: [formatValue(whole, 'H100-equivalents', 'modeled')],
        detail: 'sum of medians; China and the rest of the world included',
        href,
        kind: 'modeled',
      },
      {
        label: `Share of the ${owners} owners named`,
        values: [formatValue(Math.round(share), '%')],
        detail: null,
        href,
        kind: 'modeled',
      },
    ],
    sources: rows.map(({ source }) => source),
    links: [{ label: 'Who owns it', href: '/holdings' }],
  });
}

/** What the model has in China, which is nobody's own: a remainder. */
async function answerChina(
  orm: Orm,
  {
    asOf,
    whole,
    rows,
  }: { asOf: string; whole: number; rows: readonly RowOf<typeof ownerTotals>[] },
): Promise<Answer | null> {
  const own = rows.filter(({ remainder }) => remainder === 'china');
  const sum = own.reduce((total, { h100e }) => total + (h100e ?? 0), 0);
  if (sum === 0) return null;
  const href = toRowsHref(ownerTotals, { remainder: 'china', as_of: asOf });
  return buildAnswer(orm, {
    title: 'AI compute in China, as Epoch AI models it',
    figures: [
      {
        label: `H100-equivalents, ${formatDate(asOf)}`,
        values: [formatValue(sum, 'H100-equivalents', 'modeled')],
        detail: 'sum of medians by designer',
        href,
        kind: 'modeled',
      },
      {
        label: 'Share of the world’s',
        values: [formatValue(Math.round((sum / whole) * 100), '%')],
        detail: null,
        href,
        kind: 'modeled',
      },
    ],
    sources: own.map(({ source }) => source),
    links: [{ label: 'Who owns it', href: '/holdings' }],
  });
}

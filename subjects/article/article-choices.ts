/** Which claims are shown, by address: one verdict, one topic, or all. */

import type { Choice, Choices, Chosen } from '@/address/choices';
import { articleClaims } from '@/data/article-claims/contract';
import { toLabels, toMeanings } from '@/data/contract';
import type { Orm } from '@/db/connection';
import { type ClaimRow, listClaims } from './queries';

export const ALL = 'all';

export const verdicts = toLabels(articleClaims.columns.verdict);

export const topics = toLabels(articleClaims.columns.topic);

/** How firm what a verdict rests on is; a verdict of "only reported" says so itself. */
export const standings = toLabels(articleClaims.columns.standing);

/** A mistranslation of what could not be read is only likely one. */
export function nameVerdict({ verdict, standing }: ClaimRow): string {
  const isLikely = verdict === 'mistranslated' && standing === 'reported';
  return isLikely ? `Likely ${verdicts[verdict].toLowerCase()}` : verdicts[verdict];
}

/** Each option says how many claims it shows, the other choice left as it is. */
export const articleChoices = {
  verdict: listed('Verdict', verdicts, 'verdict', 'topic'),
  topic: listed('Topic', topics, 'topic', 'verdict'),
} satisfies Choices;

/** Whether a claim is among those chosen. */
export function isShown({ verdict, topic }: ClaimRow, chosen: Chosen): boolean {
  return fits(verdict, chosen.verdict) && fits(topic, chosen.topic);
}

/** What a verdict or a topic means, for a title on hover. */
export const meanings = {
  verdict: toMeanings(articleClaims.columns.verdict),
  topic: toMeanings(articleClaims.columns.topic),
} as const;

type Dimension = 'verdict' | 'topic';

function listed(
  label: string,
  names: Readonly<Record<string, string>>,
  own: Dimension,
  other: Dimension,
): Choice {
  return {
    label,
    control: 'links',
    preferred: ALL,
    list: async (orm: Orm, chosen, wanted) => {
      const claims = await listClaims(orm);
      const asked = chosen[other] ?? wanted[other];
      // An unknown value is corrected to all of them.
      const isKnown = claims.some((claim) => claim[other] === asked);
      const counted = claims.filter((claim) => !isKnown || claim[other] === asked);
      return [
        { value: ALL, label: `All (${counted.length})` },
        ...Object.entries(names).map(([value, name]) => ({
          value,
          label: `${name} (${counted.filter((claim) => claim[own] === value).length})`,
        })),
      ];
    },
  };
}

function fits(value: string, chosen: string | undefined): boolean {
  return chosen === undefined || chosen === ALL || chosen === value;
}

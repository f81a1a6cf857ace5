/** Who owns the data centers and who uses them, and how sure that is. */

import { group, sum } from 'd3-array';
import { choice } from '@/address/choices';
import { toOrganizationHref, toRowsHref } from '@/address/links';
import type { Part, PartsRow } from '@/charts/model';
import { dataCenterUsers } from '@/data/data-center-users/contract';
import { dataCenters } from '@/data/data-centers/contract';
import { formatDate } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { joinSentences } from '@/views/sentences';
import {
  amountOf,
  CHOSEN,
  confidenceLabels,
  formatMeasure,
  labelMeasures,
  measures,
  OWNER_UNKNOWN,
  READING,
  readRunning,
  type Site,
  type SiteMeasure,
  toSiteOrigin,
  USER_UNKNOWN,
} from './sites';

const USER = 'user';
const UNKNOWN = 'unknown';

/** From the surest to the least sure; the order of the legend and of the parts of a bar. */
const states = [
  { id: 'confident', label: 'User confident', color: 'holder', opacity: 1 },
  { id: 'likely', label: 'Likely', color: 'holder', opacity: 0.5 },
  { id: 'speculative', label: 'Speculative, or not said how sure', color: 'holder', opacity: 0.18 },
  { id: UNKNOWN, label: USER_UNKNOWN, color: 'muted', opacity: 0.1 },
] as const;

type State = (typeof states)[number]['id'];

export const ownersAndUsers = defineChart({
  slug: 'data-center-owners-and-users',
  name: 'Owners of AI data centers and their users',
  section: 'holdings',
  question: 'Who uses whose AI data centers?',
  datasets: [dataCenters, dataCenterUsers],
  choices: {
    by: choice('Each bar', { owner: 'An owner', [USER]: 'A user' }),
    measure: choice('Measure', labelMeasures(measures)),
  },
  build: async (orm, { by, measure: asked }) => {
    const { measure, running, edition } = await readRunning(orm, asked);
    const isByUser = by === USER;
    const rows = isByUser ? toUserRows(running, measure) : toOwnerRows(running, measure);
    const shared = running.filter(({ users }) => users.length > 1);
    return {
      title: isByUser ? 'AI data centers by user and owner' : 'AI data centers by owner and user',
      subtitle: `${measure.meaning}, in operation, ${formatDate(edition)}; the fill says how sure Epoch AI is of the user`,
      summary: describe(running, measure),
      model: {
        shape: 'parts',
        unit: measure.unit,
        entryLabel: isByUser ? 'User' : 'Owner',
        partLabel: isByUser ? 'Owner' : 'User',
        stateLabel: 'How sure the user is',
        memberLabel: 'Sites',
        asOf: edition,
        states,
        rows,
        notes: [
          isByUser
            ? `Bars are not to be added: ${shared.length} sites with several users count in full for each.`
            : `${shared.length} sites have several users; how they share is not known, so they are parts of their own.`,
          'All figures are estimates.',
        ],
      },
      reading: [
        isByUser
          ? 'A site with several users counts in full for each of them, because their shares are not published. So the bars add up to more than there is.'
          : 'Each bar is what one owner’s sites have, cut by who uses them. A site with several users is a part that names them all: their shares are not published, and none is invented.',
        'How sure: as Epoch AI says it of the user. Confident is stated or well documented, likely is probable but not confirmed, speculative is a guess from circumstances. With several users, the part shows the weakest of their grades.',
        CHOSEN,
        ...READING,
      ],
    };
  },
});

/** How sure the least sure of the users is; without one, unknown. */
function toState(users: Site['users']): State {
  if (users.length === 0) return UNKNOWN;
  const each = users.map(
    ({ confidence }): State =>
      confidence === 'confident' || confidence === 'likely' ? confidence : 'speculative',
  );
  return states.findLast(({ id }) => each.includes(id))?.id ?? UNKNOWN;
}

const toRank = (state: string): number => states.findIndex(({ id }) => id === state);

/** The sites as parts of one bar: together where label and state are the same. */
function toParts(
  sites: readonly Site[],
  measure: SiteMeasure,
  { label, state }: { label: (site: Site) => string; state: (site: Site) => State },
): Part[] {
  const parts = group(sites, (site) => `${state(site)} ${label(site)}`);
  return [...parts.values()]
    .flatMap((own): Part[] => {
      const [first] = own;
      if (!first) return [];
      return [
        {
          ...toSiteOrigin(first, measure),
          ...{ label: label(first), state: state(first) },
          value: sum(own, (site) => amountOf(site, measure)),
          members: own.map(({ name }) => name).join(', '),
          ...(own.length > 1
            ? {
                note: `${own.length} sites added up.`,
                evidence: toRowsHref(dataCenters, {
                  ...(first.owner ? { owner: first.owner } : {}),
                  status: 'operating',
                }),
              }
            : {}),
        },
      ];
    })
    .toSorted((a, b) => toRank(a.state) - toRank(b.state) || b.value - a.value);
}

const byTotal = (a: PartsRow, b: PartsRow) =>
  sum(b.parts, ({ value }) => value) - sum(a.parts, ({ value }) => value);

function toOwnerRows(sites: readonly Site[], measure: SiteMeasure): PartsRow[] {
  return [...group(sites, ({ owner }) => owner)]
    .map(
      ([owner, own]): PartsRow => ({
        id: owner ?? UNKNOWN,
        label: own[0]?.by?.name ?? OWNER_UNKNOWN,
        href: owner && toOrganizationHref(owner),
        parts: toParts(own, measure, {
          label: ({ users }) => users.map(({ name }) => name).join(', ') || USER_UNKNOWN,
          state: ({ users }) => toState(users),
        }),
      }),
    )
    .toSorted(byTotal);
}

function toUserRows(sites: readonly Site[], measure: SiteMeasure): PartsRow[] {
  const used = sites.flatMap((site): { site: Site; user: Site['users'][number] | null }[] =>
    site.users.length > 0 ? site.users.map((user) => ({ site, user })) : [{ site, user: null }],
  );
  return [...group(used, ({ user }) => user?.organization ?? UNKNOWN)]
    .map(([id, own]): PartsRow => {
      const state = new Map(own.map(({ site, user }) => [site.site, toState(user ? [user] : [])]));
      const name = own[0]?.user?.name;
      return {
        ...{ id, label: name ?? USER_UNKNOWN, href: name ? toOrganizationHref(id) : null },
        parts: toParts(
          own.map(({ site }) => site),
          measure,
          {
            label: ({ by }) => by?.name ?? OWNER_UNKNOWN,
            state: ({ site }) => state.get(site) ?? UNKNOWN,
          },
        ),
      };
    })
    .toSorted(byTotal);
}

/** How much has a user that is known for sure, and how much none. */
function describe(sites: readonly Site[], measure: SiteMeasure): string {
  const add = (own: readonly Site[]) => sum(own, (site) => amountOf(site, measure));
  const say = (state: State) =>
    formatMeasure(add(sites.filter(({ users }) => toState(users) === state)), measure);
  return joinSentences(
    `Of ${formatMeasure(add(sites), measure)} at ${sites.length} sites, ${say('confident')} has users that are ${confidenceLabels.confident.toLowerCase()}, ${say('likely')} likely ones; of ${say(UNKNOWN)} no user is known.`,
  );
}

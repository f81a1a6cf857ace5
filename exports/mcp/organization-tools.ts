/** Organizations side by side, by every count there is of what they hold. */
import { readNames } from '@/address/names';
import type { Parameter } from '@/address/parameters';
import { getComparison } from '@/subjects/holdings/comparison';
import { aboutOwners } from '@/subjects/holdings/holder-words';
import {
  findOrganizations,
  formatOrganizations,
  MOST_ORGANIZATIONS,
} from '@/subjects/holdings/organizations-compared';
import { organizationsCounted } from '@/subjects/holdings/organizations-counted';
import { listOrganizationSizes } from '@/subjects/holdings/queries';
import { toSiteOrigin } from '../site';
import { askTable } from './ask';
import { toFigures, toFiguresSchema } from './figures';
import { Refused, type Tool } from './tool';

const organizations: Parameter<readonly string[]> = {
  meaning: `Names of organizations, in any spelling: ["Meta", "Google"]; at most ${MOST_ORGANIZATIONS}.`,
  schema: {
    type: 'array',
    items: { type: 'string' },
    minItems: 1,
    maxItems: MOST_ORGANIZATIONS,
  },
  allowed: `Use one to ${MOST_ORGANIZATIONS} names.`,
  required: true,
  read: (texts) => ({
    value: texts,
    text: texts.join(', '),
    wrong: texts.length > MOST_ORGANIZATIONS ? [`${texts.length} names`] : [],
  }),
};

export const compareOrganizations: Tool = {
  name: 'compare_organizations',
  title: 'Compare what organizations hold',
  description:
    'Compares how much AI computing organizations have: a modeled fleet with its range where there is one, and every other count of the same machines (named clusters, index, sites, own statements), each with its date and source, and what may be concluded. Counts of different lists are never added or set against each other. Also for a single organization. Quote `permalink`.',
  parameters: { organizations },
  output: toFiguresSchema({
    differences: {
      type: 'array',
      items: { type: 'string' },
      description: 'What can be said list by list; open where ranges overlap.',
    },
    cautions: { type: 'array', items: { type: 'string' } },
    page_address: { type: 'string', description: 'The page that compares them.' },
  }),
  answer: async ({ texts }, { tracker }) => {
    const { orm } = tracker;
    const [names, all] = await Promise.all([readNames(orm), listOrganizationSizes(orm)]);
    const { found, unknown } = findOrganizations(texts.organizations ?? '', names, all);
    if (unknown !== null || found.length === 0) {
      const isHolder = ({ dataset, row }: { dataset: string; row: string }) =>
        dataset === 'organizations' && all.some(({ organization }) => organization === row);
      const near = names.suggest(unknown ?? '', isHolder).map(({ name }) => name);
      const meant = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : '';
      throw new Refused(`No organization “${unknown ?? ''}”. ${meant}`.trim());
    }
    const orgs = formatOrganizations(found);
    const [{ table }, { differences }] = await Promise.all([
      askTable(tracker, { kind: 'charts', slug: organizationsCounted.slug, query: { orgs } }),
      getComparison(orm, found),
    ]);
    return {
      structured: {
        ...toFigures(table),
        differences,
        cautions: aboutOwners,
        page_address: `${toSiteOrigin()}/compare?orgs=${orgs}`,
      },
    };
  },
};

/** Every page that is not one of many of its kind: for the map of the site and its search. */
import type { SitePage } from '@/catalog/search';
import type { CalculatorSlug } from '@/estimates/models';
import { navigation } from './navigation';

const calculators = {
  inference: 'Calculator: what serving a model costs',
  training: 'Calculator: what training a model costs',
} satisfies Record<CalculatorSlug, string>;

/** The main pages first, then those to which others lead. */
export const sitePages: readonly SitePage[] = [
  ...navigation,
  { href: '/vendors', label: 'Vendors' },
  { href: '/share/compare', label: 'Market share by every definition' },
  ...Object.entries(calculators).map(([slug, label]) => ({ href: `/calculators/${slug}`, label })),
  { href: '/snapshots', label: 'Snapshots of the data' },
  { href: '/docs/api', label: 'API' },
];

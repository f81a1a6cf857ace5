/** Every page that is not one of many of its kind: for the map of the site and its search. */
import { calculators } from '@/catalog/calculators/calculators';
import type { SitePage } from '@/catalog/search';
import { navigation } from './navigation';

/** The main pages first, then those to which others lead. */
export const sitePages: readonly SitePage[] = [
  ...navigation,
  { href: '/vendors', label: 'Vendors' },
  { href: '/share/compare', label: 'Market share by every definition' },
  ...calculators.map(({ slug, name }) => ({
    href: `/calculators/${slug}`,
    label: `Calculator: ${name.toLowerCase()}`,
  })),
  { href: '/snapshots', label: 'Snapshots of the data' },
  { href: '/docs/api', label: 'API' },
];

/** Every page that is not one of many of its kind: for the map of the site and its search. */
import { calculators } from '@/catalog/calculators/calculators';
import type { SitePage } from '@/catalog/search';
import { navigation } from './navigation';

/** The main pages first, then those to which others lead. */
export const sitePages: readonly SitePage[] = [
  ...navigation,
  {
    href: '/vendors',
    label: 'Vendors',
    description:
      'Who designs the chips that AI runs on: Nvidia, AMD, Intel, Google, Amazon, Huawei, startups and others, each with a page of its own.',
  },
  {
    href: '/share/compare',
    label: 'Market share by every definition',
    description:
      'One share, many definitions: Nvidia’s share of every market, side by side, with what each publisher counts.',
  },
  ...calculators.map(({ slug, name, question, outline }) => ({
    href: `/calculators/${slug}`,
    label: `Calculator: ${name.toLowerCase()}`,
    description: `${question} ${outline}`,
  })),
  {
    href: '/snapshots',
    label: 'Snapshots of the data',
    description: 'Every published state of the data that is kept, and what changed between two.',
  },
  {
    href: '/docs/api',
    label: 'API',
    description:
      'Charts, datasets and calculators by address: formats, parameters, snapshots, embeds.',
  },
];

/** What the page at a path says of itself, for its metadata. Throws for a page not listed. */
export function describeSitePage(path: string): string {
  const page = sitePages.find(({ href }) => href === path);
  if (!page) throw new Error(`No page at "${path}" is listed.`);
  return page.description;
}

/** The pages for the map of the site and its search: those of the site, and the calculators. */

import type { SitePage } from '@/catalog/search';
import type { CalculatorSlug } from '@/estimates/models';
import { type Calculator, calculators } from '@/subjects/calculators/calculators';
import { sitePages } from './site-pages';

/** Words by which a calculator is looked for that its name lacks. */
const topicsOfCalculators = {
  inference: 'inference query cost estimate token million chatgpt daily',
  training: 'train cost estimate',
  replacement: 'replace cpu gpu cost data center estimate',
} satisfies Record<CalculatorSlug, string>;

/** The main pages first, calculators last. */
export const allPages: readonly SitePage[] = [
  ...sitePages,
  ...calculators.map(({ slug, name, question, outline }) => ({
    href: `/calculators/${slug}`,
    label: `Calculator: ${name.toLowerCase()}`,
    description: describeCalculator({ question, outline }),
    topics: topicsOfCalculators[slug],
  })),
];

/** What a calculator's page says of itself. */
export function describeCalculator({
  question,
  outline,
}: Pick<Calculator, 'question' | 'outline'>): string {
  return `${question} ${outline}`;
}

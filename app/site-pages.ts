/**
 * Every page that is not one of many of its kind, and what it says of itself. Pages import
 * this: it knows no calculator, whose pages `all-pages.ts` adds.
 */
import type { SitePage } from '@/catalog/search';

/** The main pages. A new one is its file and one line here. */
export const navigation = [
  { href: '/', label: 'Overview' },
  { href: '/share', label: 'Market share' },
  { href: '/papers', label: 'Papers' },
  { href: '/holdings', label: 'Holdings' },
  { href: '/compare', label: 'Compare' },
  { href: '/revenue', label: 'Revenue' },
  { href: '/competition', label: 'Competition' },
  { href: '/chips', label: 'Chips' },
  { href: '/prices', label: 'Prices' },
  { href: '/timeline', label: 'Timeline' },
  { href: '/calculators', label: 'Calculators' },
  { href: '/article', label: 'The article' },
  { href: '/charts', label: 'Charts' },
  { href: '/datasets', label: 'Data' },
  { href: '/sources', label: 'Sources' },
] as const;

/** What each main page says of itself. */
const mainPages: Readonly<
  Record<(typeof navigation)[number]['href'], Pick<SitePage, 'description' | 'topics'>>
> = {
  '/': {
    description:
      'The AI-hardware market in charts and tables: market share, chips named in papers, who holds which accelerators, revenue. Every figure with its source.',
  },
  '/share': {
    description:
      'Who sells the chips that AI runs on: market share by vendor and quarter, market by market, with each publisher’s definition next to the picture.',
    topics: 'share sells sales market vendor',
  },
  '/papers': {
    description:
      'Which chips AI papers name, by vendor and chip since 2018, from the State of AI Compute Index, and what notable models were trained on.',
    topics: 'paper research mention citation index',
  },
  '/holdings': {
    description:
      'Who holds the most AI accelerators: whole fleets as Epoch AI models them, publicly documented clusters and supercomputers, list by list.',
    topics: 'holder owner cluster supercomputer accelerators gpus most',
  },
  '/compare': {
    description:
      'Up to eight holders of AI accelerators side by side, always within one source: counts, clusters and how they grew.',
  },
  '/revenue': {
    description:
      'Nvidia’s data center revenue by fiscal quarter, its growth and segments, and its rivals’ revenue next to it on calendar time.',
    topics: 'revenue earnings sales results segment data center',
  },
  '/competition': {
    description:
      'Nvidia against AMD, Intel, Google, Amazon, Huawei and startups: share, shipments, revenue, papers and launches on common scales.',
    topics: 'rival competitor',
  },
  '/chips': {
    description:
      'AI accelerators since 2014: rates, memory, power, prices and export control, by vendor and generation.',
    topics: 'chip gpu accelerator specifications specs memory tflops',
  },
  '/prices': {
    description:
      'Rental prices per GPU-hour by provider and term, prices of chips near launch by kind, prices of AI systems.',
    topics: 'price cost rent rental cloud hour buy',
  },
  '/timeline': {
    description:
      'AI hardware since 2016: chip launches, export controls, results and deals, each with date and source.',
    topics: 'event history launch export control news',
  },
  '/calculators': {
    description:
      'What serving a model costs a query and what training one costs, as working models whose assumptions can be changed.',
    topics: 'cost estimate model',
  },
  '/article': {
    description:
      'The claims of the 2023 article on the $10,000 chip, each checked against filings, charts and model cards, and what the figures are today.',
    topics: 'cnbc claim stock shares reaction',
  },
  '/charts': {
    description:
      'Every chart of the AI-hardware market with the question it answers: share, papers, holdings, revenue, chips, prices, events.',
    topics: 'graph picture',
  },
  '/datasets': {
    description:
      'The open datasets behind every chart: what they hold, how they are checked, how to cite them.',
    topics: 'dataset csv download license',
  },
  '/sources': {
    description:
      'Every document in which a published figure was read, and how many figures rest on it.',
    topics: 'source document reference',
  },
};

/** The main pages first, then those to which others lead. */
export const sitePages: readonly SitePage[] = [
  ...navigation.map((page) => ({ ...page, ...mainPages[page.href] })),
  {
    href: '/vendors',
    label: 'Vendors',
    topics: 'company maker designer',
    description:
      'Who designs the chips that AI runs on: Nvidia, AMD, Intel, Google, Amazon, Huawei, startups and others, each with a page of its own.',
  },
  {
    href: '/share/compare',
    label: 'Market share by every definition',
    topics: 'compare definitions share',
    description:
      'One share, many definitions: Nvidia’s share of every market, side by side, with what each publisher counts.',
  },
  {
    href: '/timeline/export-controls',
    label: 'Export controls on AI chips',
    topics: 'china embargo sanctions license bis ban',
    description:
      'US export controls on AI chips to China, rule by rule and chip by chip: A100, H100, H20, H200, Blackwell. Dates, thresholds, sources.',
  },
  {
    href: '/snapshots',
    label: 'Snapshots of the data',
    topics: 'version change history',
    description: 'Every published state of the data that is kept, and what changed between two.',
  },
  {
    href: '/docs/api',
    label: 'API',
    topics: 'json csv parquet embed download documentation',
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

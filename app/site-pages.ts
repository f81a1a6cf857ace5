/**
 * Every page that is not one of many of its kind: where it stands in the navigation, and what
 * it says of itself. Pages import this: it knows no calculator, whose pages `all-pages.ts` adds.
 */
import type { Metadata } from 'next';
import type { SitePage as ListedPage } from '@/catalog/search';

interface SitePage extends ListedPage {
  /** The title of the browser's window, without the name of the site. */
  readonly title: string;
}

interface NavigationSection {
  readonly label: string;
  /** What is inside, for the menu of narrow screens. */
  readonly inside: string;
  /** The first is where the entry leads. */
  readonly pages: readonly [SitePage, ...SitePage[]];
  /** Where pages that are many of their kind begin. */
  readonly beginnings?: readonly string[];
}

/** The entries of the navigation. A new page is its file and its lines here. */
export const navigation: readonly NavigationSection[] = [
  {
    label: 'Market',
    inside: 'Market share, shipments, papers, rivals',
    pages: [
      {
        href: '/share',
        label: 'Market share',
        title: 'AI chip market share',
        description:
          'Market share of AI chips and GPUs by vendor: Epoch AI, Jon Peddie Research, IDC, Steam and TOP500, each with its definition, ranges and source.',
        topics: 'share sells sales market vendor shipments',
      },
      {
        href: '/papers',
        label: 'Papers',
        title: 'AI chips named in papers',
        description:
          'Which chips AI papers name, by vendor and by Nvidia chip since 2018 (State of AI Compute Index), and the chips that notable models were trained on.',
        topics: 'paper research mention citation index share state report',
      },
      {
        href: '/share/compare',
        label: 'Share by definition',
        title: 'Market share by every definition',
        description:
          'One share, many definitions: Nvidia’s share of every market next to each other, with what each publisher counts.',
        topics: 'compare definitions share',
      },
      {
        href: '/competition',
        label: 'Rivals',
        title: 'Nvidia and its rivals',
        description:
          'Nvidia against AMD, Intel, Google, Amazon, Huawei and startups: share, shipments, revenue, papers and launches on common scales.',
        topics: 'rival competitor competition',
      },
      {
        href: '/vendors',
        label: 'Vendors',
        title: 'Vendors of AI chips',
        description:
          'Who designs AI chips: Nvidia, AMD, Intel, Google, Amazon, Huawei, startups and others, each with its share, revenue, chips and prices.',
        topics: 'company maker designer',
      },
    ],
  },
  {
    label: 'Ownership',
    inside: 'Who owns how much, compare owners, data centers',
    beginnings: ['/organizations'],
    pages: [
      {
        href: '/holdings',
        label: 'Owners',
        title: 'Who owns AI chips',
        description:
          'Who owns AI chips: Google, Microsoft, Amazon, Meta, Oracle, xAI and 150 more. Modeled fleets, named clusters and data centers compared, with sources.',
        topics:
          'holder holdings owns owner ownership cluster supercomputer accelerators gpus most organizations country',
      },
      {
        href: '/compare',
        label: 'Compare',
        title: 'Compare AI chip owners',
        description:
          'Compare up to eight owners of AI chips over time: fleets, clusters and data centers, from one source at a time, with ranges.',
      },
      {
        href: '/data-centers',
        label: 'Data centers',
        title: 'AI data centers by size',
        description:
          'The largest AI data centers: owner, users, megawatts, H100-equivalents, chips, place and plans, site by site. Colossus, Stargate, Fairwater and more.',
        topics: 'data center datacenter site campus power megawatt gigawatt map stargate',
      },
      {
        href: '/organizations',
        label: 'Organizations',
        title: 'Organizations that own AI chips',
        description:
          'Every organization known to own AI chips: companies, clouds, universities, governments, each with its newest figure, who counted it and when.',
        topics: 'company holder owner search country neocloud',
      },
    ],
  },
  {
    label: 'Revenue',
    inside: 'Nvidia, AMD, Broadcom, Intel',
    pages: [
      {
        href: '/revenue',
        label: 'Revenue',
        title: 'Nvidia data center revenue',
        description:
          'Nvidia’s data center revenue by quarter since 2015, with AMD, Broadcom and Intel, growth, segments and sources. Downloadable.',
        topics: 'revenue earnings sales results segment data center',
      },
    ],
  },
  {
    label: 'Chips & prices',
    inside: 'Specifications, prices, calculators',
    pages: [
      {
        href: '/chips',
        label: 'Chips',
        title: 'AI chip specs',
        description:
          'AI chips since 2014 by vendor and generation: speed, memory, power, launch and export control, in charts and in one table.',
        topics: 'chip gpu accelerator specifications specs memory tflops',
      },
      {
        href: '/chips/compare',
        label: 'Compare chips',
        title: 'Compare AI chips',
        description:
          'Compare AI chips: H100, MI300X, B200, TPU and others side by side, with speed, memory, power, price, rent, largest owner and papers.',
        topics: 'versus vs compare h100 mi300x difference better',
      },
      {
        href: '/prices',
        label: 'Prices',
        title: 'AI chip prices and rents',
        description:
          'What AI chips cost: hourly rental prices by provider and term, purchase prices by kind, and whole systems. H100, A100, B200, MI300X, TPU and more.',
        topics: 'price cost rent rental cloud hour buy',
      },
      {
        href: '/calculators',
        label: 'Calculators',
        title: 'AI cost calculators',
        description:
          'Estimate what serving or training an AI model costs: chips, power, dollars per query or run. Open assumptions, checked against published figures.',
        topics: 'cost estimate model',
      },
    ],
  },
  {
    label: 'Timeline',
    inside: 'Launches, export controls, results, deals',
    pages: [
      {
        href: '/timeline',
        label: 'Timeline',
        title: 'AI hardware timeline',
        description:
          'AI hardware since 2016: chip launches, export controls, results and deals, each with date and source.',
        topics: 'event history launch export control news',
      },
      {
        href: '/timeline/export-controls',
        label: 'Export controls',
        title: 'US export controls on AI chips',
        description:
          'US export controls on AI chips to China, rule by rule and chip by chip: A100, H100, H20, H200, Blackwell. Dates, thresholds, sources.',
        topics: 'china embargo sanctions license bis ban timeline history rules',
      },
    ],
  },
  {
    label: 'Data',
    inside: 'Datasets, charts, decks, sources, freshness, API',
    beginnings: ['/evidence', '/corrections', '/open-questions'],
    pages: [
      {
        href: '/datasets',
        label: 'Datasets',
        title: 'Open data',
        description:
          'Open data on the AI hardware market: shares, shipments, owners, data centers, revenue, chips, prices. CSV, Excel, Parquet, SQLite. CC BY 4.0.',
        topics: 'data dataset csv download license',
      },
      {
        href: '/charts',
        label: 'Charts',
        title: 'All charts',
        description:
          'Every chart of the AI Hardware Tracker: market share, owners, data centers, revenue, chips, prices. Free to download and embed.',
        topics: 'graph picture gallery',
      },
      {
        href: '/deck',
        label: 'Deck',
        title: 'Deck of charts',
        description:
          'Collect charts of AI hardware in your order, with your title and notes, and download them as PowerPoint, PDF, Word or ZIP. Free, no account.',
        topics: 'slides presentation powerpoint pptx deck report document collect',
      },
      {
        href: '/sources',
        label: 'Sources',
        title: 'Sources of all figures',
        description:
          'All sources of the AI Hardware Tracker: filings, datasets, press. Dated, with the number of figures that rest on each.',
        topics: 'source data document reference',
      },
      {
        href: '/freshness',
        label: 'Freshness',
        title: 'How fresh the figures are',
        description:
          'How fresh each series is: its newest figure, when the next one is expected, and how late it is. Also as a calendar.',
        topics:
          'newest overdue late update updated calendar expected schedule next upcoming release',
      },
      {
        href: '/checks',
        label: 'Checks',
        title: 'Data checks',
        description:
          'Whether the figures fit each other: chips sold against revenue, owners against sales, sites against fleets; and the checks before publication.',
        topics: 'check quality reconcile reconciliation corrections contradiction verify',
      },
      {
        href: '/snapshots',
        label: 'Snapshots',
        title: 'Snapshots and changes',
        description:
          'Every version of the data, with a list of changed figures. Fixed links always show the figures of their day.',
        topics: 'version change history new',
      },
      {
        href: '/docs/api',
        label: 'API',
        title: 'API',
        description:
          'Open API of the AI Hardware Tracker: CSV, JSON, Parquet, SVG and PNG by address, no key. OpenAPI description.',
        topics: 'json csv parquet embed download documentation mcp',
      },
    ],
  },
];

/** Pages to which the name of the site, the footer and other pages lead. */
const otherPages: readonly SitePage[] = [
  {
    href: '/about',
    label: 'About & method',
    title: 'About and method',
    description:
      'Who the AI Hardware Tracker is for, how figures are chosen, graded, checked and corrected, and how to cite it.',
    topics: 'method methodology contact error report cite license',
  },
  {
    href: '/open-questions',
    label: 'Open questions',
    title: 'Open questions',
    description:
      'What the AI Hardware Tracker shows and cannot confirm: documents without an address, rows of single digests, doubtful figures, unverified claims.',
    topics: 'unverified doubtful unconfirmed unknown missing address',
  },
  {
    href: '/corrections',
    label: 'Corrections',
    title: 'Corrections',
    description:
      'Errors that the AI Hardware Tracker published and corrected: what was shown, what is shown now, since when, why, and who noticed.',
    topics: 'correction erratum errata mistake wrong fixed',
  },
  {
    href: '/article',
    label: 'The 2023 article, checked',
    title: 'The $10,000 chip, fact-checked',
    description:
      'The 2023 CNBC story on Nvidia’s $10,000 chip, claim by claim: what held, what changed, what the figures are today.',
    topics: 'cnbc claim stock shares reaction',
  },
];

/** The overview first, then the pages of the navigation in its order, then the others. */
export const sitePages: readonly SitePage[] = [
  {
    href: '/',
    label: 'Overview',
    title: 'AI chips: market, owners, prices',
    description:
      'The AI hardware market in charts: market share, chip owners, data centers, revenue and rental prices. Open data, every figure with its source.',
  },
  ...navigation.flatMap(({ pages }) => pages),
  ...otherPages,
];

/** Title and description of the page at a path. Throws for a page not listed. */
export function describeSitePage(path: string): Required<Pick<Metadata, 'title' | 'description'>> {
  const page = sitePages.find(({ href }) => href === path);
  if (!page) throw new Error(`No page at "${path}" is listed.`);
  return { title: page.title, description: page.description };
}

/** The entry of the navigation below which a path stands; none for the overview and the like. */
export function findSection(path: string): NavigationSection | undefined {
  return navigation.find(({ pages, beginnings = [] }) =>
    [...pages.map(({ href }) => href), ...beginnings].some(
      (start) => path === start || path.startsWith(`${start}/`),
    ),
  );
}

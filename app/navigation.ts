/** The main pages, and what each says of itself. A new one is its file and one entry here. */
export const navigation = [
  {
    href: '/',
    label: 'Overview',
    description:
      'The AI-hardware market in charts and tables: market share, chips named in papers, who holds which accelerators, revenue. Every figure with its source.',
  },
  {
    href: '/share',
    label: 'Market share',
    description:
      'Who sells the chips that AI runs on: market share by vendor and quarter, market by market, with each publisher’s definition beside the picture.',
  },
  {
    href: '/papers',
    label: 'Papers',
    description:
      'Which chips AI papers name, by vendor and chip since 2018, from the State of AI Compute Index, and what notable models were trained on.',
  },
  {
    href: '/holdings',
    label: 'Holdings',
    description:
      'Who holds how many AI accelerators: rankings of companies, states and supercomputers, list by list, each machine counted once.',
  },
  {
    href: '/compare',
    label: 'Compare',
    description:
      'Up to eight holders of AI accelerators side by side, always within one source: counts, clusters and how they grew.',
  },
  {
    href: '/revenue',
    label: 'Revenue',
    description:
      'Nvidia’s data-center revenue by fiscal quarter, its growth and segments, and its rivals’ revenue beside it on calendar time.',
  },
  {
    href: '/competition',
    label: 'Competition',
    description:
      'Nvidia against AMD, Intel, Google, Amazon, Huawei and startups: share, shipments, revenue, papers and launches on common scales.',
  },
  {
    href: '/chips',
    label: 'Chips',
    description:
      'AI accelerators since 2014: rates, memory, power, prices and export control, by vendor and generation.',
  },
  {
    href: '/prices',
    label: 'Prices',
    description:
      'Rental prices per GPU-hour by provider and term, prices of chips near launch by kind, prices of AI systems.',
  },
  {
    href: '/timeline',
    label: 'Timeline',
    description:
      'Chip launches, export controls, results, deals and milestones of the AI-hardware market since 2016, each with its source.',
  },
  {
    href: '/calculators',
    label: 'Calculators',
    description:
      'What serving a model costs a query and what training one costs, as working models whose assumptions can be changed.',
  },
  {
    href: '/article',
    label: 'The article',
    description:
      'The claims of the 2023 article on the $10,000 chip, each checked against filings, charts and model cards, and what the figures are today.',
  },
  {
    href: '/charts',
    label: 'Charts',
    description:
      'Every chart of the AI-hardware market with the question it answers: share, papers, holdings, revenue, chips, prices, events.',
  },
  {
    href: '/datasets',
    label: 'Data',
    description:
      'The open datasets behind every chart: what they hold, how they are checked, how to cite them.',
  },
  {
    href: '/sources',
    label: 'Sources',
    description:
      'Every document in which a published figure was read, and how many figures rest on it.',
  },
] as const;

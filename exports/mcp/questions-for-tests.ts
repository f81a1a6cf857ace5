/**
 * Questions that people ask an assistant, as the calls it would make, with the figure that has
 * to come back from the frozen data, how firm it is, and whose it is.
 */

interface Question {
  readonly asks: string;
  readonly tool: string;
  readonly given: Readonly<Record<string, unknown>>;
  /** Cells of the row that answers, or words of a figure of the search. */
  readonly figure: Readonly<Record<string, unknown>>;
  /** A name among the sources. */
  readonly origin: string;
}

const search = (asks: string, q: string, figure: Question['figure'], origin: string): Question => ({
  ...{ asks, tool: 'search', given: { q }, figure, origin },
});

const chart = (
  asks: string,
  given: { readonly chart: string; readonly choices?: Readonly<Record<string, string>> },
  figure: Question['figure'],
  origin: string,
): Question => ({ asks, tool: 'get_chart', given, figure, origin });

const rows = (
  asks: string,
  given: { readonly dataset: string; readonly [name: string]: unknown },
  figure: Question['figure'],
  origin: string,
): Question => ({ asks, tool: 'query_dataset', given, figure, origin });

const evidence = (asks: string, figure: string, row: Question['figure'], origin: string) => ({
  ...{ asks, tool: 'get_evidence', given: { figure }, figure: row, origin },
});

const compare = (
  asks: string,
  organizations: readonly string[],
  figure: Question['figure'],
  origin: string,
): Question => ({ asks, tool: 'compare_organizations', given: { organizations }, figure, origin });

export const questions: readonly Question[] = [
  search(
    'What did Nvidia earn with data centers in the last quarter of fiscal 2023?',
    'Nvidia data center revenue Q4 FY23',
    { values: ['$3.62bn'], kind: 'measured' },
    'Nvidia',
  ),
  search(
    'What was AMD’s data center revenue in 2025?',
    'AMD data center revenue 2025',
    { values: ['$16.7bn'], kind: 'derived' },
    'AMD',
  ),
  search(
    'How many GPUs does xAI have?',
    'How many GPUs does xAI have?',
    { values: ['550,000 H100-equivalents'], kind: 'modeled' },
    'Epoch AI',
  ),
  search(
    'How many A100 did Stability AI have?',
    'Stability AI A100',
    { values: ['5,408 A100'], kind: 'estimate' },
    'Air Street Capital',
  ),
  search(
    'Who owns the most H100?',
    'who owns the most H100',
    { label: 'Microsoft', values: ['1.1m'], kind: 'modeled' },
    'Epoch AI',
  ),
  search(
    'How much AI compute is there in the world?',
    'total AI compute in the world',
    { label: 'H100-equivalents, Dec 31, 2025', values: ['20m'], kind: 'modeled' },
    'Epoch AI',
  ),
  search(
    'How many of the TOP500’s accelerated systems use Nvidia?',
    'Nvidia share of TOP500',
    { values: ['86.5%'], kind: 'measured' },
    'TOP500',
  ),
  search(
    'How much memory has a B200?',
    'B200 memory',
    { label: 'Memory', values: ['180 GB'] },
    'Epoch AI',
  ),
  search(
    'What does an hour of an H100 cost?',
    'H100 price per hour',
    { label: 'On demand, Mar 3, 2025', values: ['$2.99'] },
    'Epoch AI',
  ),
  search(
    'What did GPT-4 cost to train?',
    'How much did GPT-4 cost to train?',
    { values: ['$68.8m'] },
    'Epoch AI',
  ),
  chart(
    'What is Nvidia’s share of desktop graphics cards?',
    { chart: 'market-share', choices: { market: 'jpr-aib-desktop', time: '2025-Q4..' } },
    { series: 'Nvidia', period: '2025-Q4', value_percent: 94, kind: 'estimate' },
    'Jon Peddie Research',
  ),
  chart(
    'Which share of AI compute does Nvidia ship?',
    { chart: 'market-share' },
    { series: 'Nvidia', period: '2024-Q3', value_percent: 65.833, kind: 'modeled' },
    'Epoch AI',
  ),
  chart(
    'And AMD at the end of 2025?',
    { chart: 'market-share', choices: { series: 'amd' } },
    { series: 'AMD', period: '2025-Q4', value_percent: 5.029, kind: 'modeled' },
    'Epoch AI',
  ),
  chart(
    'How has Nvidia’s data center revenue gone?',
    { chart: 'nvidia-data-center-revenue', choices: { time: 'FY2023-Q4..FY2023-Q4' } },
    { period: 'FY2023-Q4', value_usd_millions: 3616, kind: 'measured' },
    'Nvidia',
  ),
  chart(
    'Since when is it known, and where are gaps?',
    { chart: 'nvidia-data-center-revenue' },
    { period: 'FY2016-Q2', value_usd_millions: null, kind: null },
    'Nvidia',
  ),
  chart(
    'How many AI papers named Nvidia chips in 2025?',
    { chart: 'papers-by-vendor' },
    { series: 'Nvidia', period: '2025', value_papers: 40307, kind: 'measured' },
    'Air Street Capital',
  ),
  chart(
    'And how many will it be in 2026?',
    { chart: 'papers-by-vendor', choices: { series: 'nvidia' } },
    { series: 'Nvidia', period: '2026', value_papers: 44715, kind: 'projection' },
    'Air Street Capital',
  ),
  chart(
    'Who are the largest owners of AI accelerators?',
    { chart: 'accelerator-holders' },
    {
      ...{ name: 'Google', rank_best: 1, rank_worst: 2, kind: 'modeled' },
      value_h100_equivalents: 5032939,
      low_h100_equivalents: 3776840,
      high_h100_equivalents: 6442399,
    },
    'Epoch AI',
  ),
  chart(
    'How many AI chips did AMD ship in the last quarter of 2025?',
    { chart: 'shipments' },
    { series: 'AMD', period: '2025-Q4', value_thousands: 129.499, kind: 'modeled' },
    'Epoch AI',
  ),
  chart(
    'How fast did Blackwell raise the 16-bit rate?',
    { chart: 'nvidia-generations' },
    { name: 'B200', value_tflops: 2250, kind: 'measured' },
    'Epoch AI',
  ),
  chart(
    'What does the chief executive say of Nvidia’s share in China?',
    { chart: 'share-by-definition' },
    { name: 'Nvidia share in China (chief executive)', value_percent: 0, kind: 'statement' },
    'Nvidia',
  ),
  compare(
    'Who has more, Meta or Tesla?',
    ['Meta', 'Tesla'],
    { name: 'Meta', value_h100_equivalents: 2296125, kind: 'modeled', detail_as_of: '2025-12-31' },
    'Epoch AI',
  ),
  compare(
    'What is known of Tesla’s whole fleet?',
    ['tesla'],
    { name: 'Tesla', value_h100_equivalents: null, kind: null },
    'Epoch AI',
  ),
  compare(
    'Google against Microsoft?',
    ['Google', 'Microsoft'],
    { name: 'Microsoft', low_h100_equivalents: 2561183, high_h100_equivalents: 4550879 },
    'Epoch AI',
  ),
  evidence(
    'Who says that Nvidia has 94% of desktop boards?',
    '/evidence/gpu-market-share/jpr-aib-desktop~2025-Q4~nvidia',
    { vendor: 'nvidia', share_pct: 94, kind: 'analyst-estimate' },
    'Jon Peddie Research',
  ),
  evidence(
    'Where do the $3.62bn come from?',
    '/evidence/nvidia-revenue/FY2023-Q4~data-center~market-platforms',
    { fiscal_quarter: 'FY2023-Q4', revenue_usd_millions: 3616, kind: 'reported' },
    'Nvidia',
  ),
  evidence(
    'Who counted Microsoft’s H100?',
    'https://tracker.example/evidence/gpu-holdings/microsoft-h100-h200-epoch-owners-2025-12',
    { organization: 'microsoft', kind: 'model-estimate' },
    'Epoch AI',
  ),
  rows(
    'How much memory has an MI300X?',
    { dataset: 'chips', filters: { chip: 'mi300x' }, columns: 'chip~memory_gb~source' },
    { chip: 'mi300x', memory_gb: 192 },
    'Epoch AI',
  ),
  rows(
    'Which data centers does Meta own?',
    { dataset: 'data-centers', filters: { owner: 'meta' } },
    { name: 'Meta Gallatin', it_power_mw: 87, status: 'operating' },
    'Epoch AI',
  ),
  rows(
    'What is the newest export rule?',
    { dataset: 'events', filters: { category: 'export-control' }, sort: '-date', limit: 2 },
    { event: 'guidance-on-overseas-units', date: '2026-06', standing: 'verified' },
    'AI Wiki',
  ),
];

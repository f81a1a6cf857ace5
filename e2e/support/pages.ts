/** The pages a visitor can reach, for tests that hold on all of them. */
import { allPages } from '@/app/all-pages';
import { publishedCharts } from '@/catalog/published';
import { datasets } from '@/data/datasets';
import { calculators } from '@/subjects/calculators/calculators';

/** One or two of each kind of which there are many. */
const EXAMPLES = [
  '/organizations/meta',
  '/chips/a100',
  '/vendors/nvidia',
  '/search?q=a100',
  '/search?q=nvdia',
  '/charts/nvidia-data-center-revenue',
  '/datasets/nvidia-revenue',
  '/evidence/gpu-market-share/jpr-aib-desktop~2025-Q4~nvidia',
];

/** Every page that is one of its kind, so that a new one is visited too, and the examples. */
export const PAGES: readonly string[] = [...allPages.map(({ href }) => href), ...EXAMPLES];

/** Every page of a chart or a dataset: what they show, sections and examples show too. */
export const ALIKE: readonly string[] = [
  ...publishedCharts.map(({ slug }) => `/charts/${slug}`),
  ...datasets.map(({ slug }) => `/datasets/${slug}`),
].filter((page) => !PAGES.includes(page));

const drawn = new Set([
  ...publishedCharts.map(({ slug }) => `/charts/${slug}`),
  // The timeline is a list; the picture next to it has a page of its own.
  ...publishedCharts.flatMap(({ section }) =>
    section === 'timeline'
      ? ['/timeline/export-controls']
      : // A gallery shows the charts' own files.
        section === 'checks'
        ? []
        : [`/${section}`],
  ),
  ...calculators.map(({ slug }) => `/calculators/${slug}`),
]);

/** Whether a page's question is answered by a drawing: a chart's, its section's, a calculator's. */
export const isDrawn = (page: string): boolean => drawn.has(page);

/** How many drawings of charts a document holds. */
export const countDrawings = (html: string): number =>
  [...html.matchAll(/<svg\b[^>]*\brole="img"/g)].length;

/** How many files of charts it shows. */
export const countChartFiles = (html: string): number =>
  [...html.matchAll(/<img\b[^>]*\bsrc="\/charts\/[^"]*\.svg/g)].length;

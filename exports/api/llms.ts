/**
 * `/llms.txt` (https://llmstxt.org): for assistants that answer questions about AI hardware,
 * what there is, how to ask for it, and how to quote it. Made of the registries.
 */
import { publishedCharts } from '@/catalog/published';
import { datasets } from '@/data/datasets';
import type { Tracker } from '@/db/connection';
import { calculators } from '@/subjects/calculators/calculators';
import { formatDate } from '@/units/period';
import { listFormats } from '../formats';
import { toSiteOrigin } from '../site';
import { ABOUT, TRACKER } from './schema-org';

/** A page of the site, as the list of them has it. */
interface ListedPage {
  readonly href: string;
  readonly label: string;
  readonly description: string;
}

export function writeLlmsText(
  { snapshot }: Pick<Tracker, 'snapshot'>,
  pages: readonly ListedPage[],
): string {
  const site = toSiteOrigin();
  const toLine = (name: string, path: string, words: string) =>
    `- [${name}](${site}${path}): ${words.replace(/\s+/g, ' ')}`;
  const toExtensions = (kind: 'chart' | 'dataset' | 'calculator') =>
    listFormats(kind)
      .map(({ extension }) => extension)
      .join(', ');
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [
      'How to ask',
      [
        toLine('Search', '/search.json?q=how+many+h100+does+meta+have', SEARCH),
        toLine('Model Context Protocol', '/mcp', 'The same as tools for assistants; read only.'),
        toLine('API', '/docs/api', 'Parameters and answers, for people.'),
        toLine('OpenAPI', '/openapi.json', 'The same for programs.'),
        toLine('Catalog', '/catalog.jsonld', 'All datasets and their files (DCAT).'),
        toLine('Database', '/download/tracker.sqlite', 'Every table in one SQLite file.'),
      ],
    ],
    [
      'Charts',
      publishedCharts.map(({ slug, name, question }) =>
        toLine(name, `/charts/${slug}.json`, question),
      ),
    ],
    [
      'Datasets',
      datasets.map(({ slug, title, grain }) => toLine(title, `/datasets/${slug}.csv`, grain)),
    ],
    [
      'Calculators',
      calculators.map(({ slug, name, question }) =>
        toLine(name, `/calculators/${slug}.json`, question),
      ),
    ],
    ['Optional', pages.map(({ label, href, description }) => toLine(label, href, description))],
  ];
  return `# ${TRACKER}

> ${ABOUT}

Snapshot ${snapshot.id}, collected ${formatDate(snapshot.collected_on)}. Data under CC BY 4.0: credit the ${TRACKER} and the source that stands next to each figure. Null and blank mean unknown, never zero. Estimates, projections and ranges are marked (\`kind\`, \`low\`, \`high\`); quote them as such. Shares by different definitions, and lists of owners, are never added up.

Every chart, dataset and calculator has its page's address with a format at its end. Charts: ${toExtensions('chart')}. Datasets: ${toExtensions('dataset')}. Calculators: ${toExtensions('calculator')}. Add \`snapshot=${snapshot.id}\` for an address whose figures never change, and quote that one. \`.txt\` is a citation in a sentence. A wrong parameter is refused with an explanation of what would work.

${sections.map(([title, lines]) => `## ${title}\n\n${lines.join('\n')}`).join('\n\n')}
`;
}

const SEARCH =
  'A question in words; figures that answer it, each with source and address of its evidence.';

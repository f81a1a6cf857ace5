/**
 * Everything about a chart or dataset in one archive: figures, what they mean,
 * sources, and the picture. A folder that still explains itself in ten years.
 */
import { wordOrigin } from '@/data/sources/origins';
import { formatPeriod } from '@/units/period';
import { toBibTex, toCitation } from '../citation';
import { listNoteLines, SOURCES_TITLE, toDeckWords } from '../deck-words';
import { type ExportValues, type Render, type RenderDeck, toFolderName } from '../format';
import { LICENSE, toDataPackage } from '../metadata';
import {
  type DeckFile,
  getFirstPicture,
  listFreshnessLines,
  type Publication,
} from '../publication';
import { toSiteOrigin } from '../site';
import { writeArchive } from './archive';
import { writeCsv } from './csv';
import type { Member } from './pack';
import { renderPng } from './png';
import { renderSvg } from './svg';

export const renderZip: Render = async (publication) => ({
  body: writeArchive(listMembers(publication), publication.snapshot.collected_on),
});

/** A folder for each chart, in their order, and what the deck says around them. */
export const renderZipDeck: RenderDeck = async (deck) => {
  const [first] = deck.charts;
  if (!first) throw new Error('An archive needs a chart.');
  const members = deck.charts.flatMap(({ publication }, at) =>
    listMembers(publication, toChartFolder(publication, at)),
  );
  const readme: Member = { name: 'README.md', pieces: [toDeckReadme(deck)] };
  return writeArchive([readme, ...members], first.publication.snapshot.collected_on);
};

const toChartFolder = (publication: Publication, at: number): string =>
  `${String(at + 1).padStart(2, '0')}-${toFolderName(publication)}`;

function toDeckReadme(deck: DeckFile): string {
  const { title, about, origins, license, documents } = toDeckWords(deck);
  const charts = deck.charts.map((chart, at) => {
    const { publication } = chart;
    const lines = [
      `${at + 1}. ${getFirstPicture(publication).title}`,
      toChartFolder(publication, at),
    ];
    return [...lines, ...listNoteLines(chart)].join('\n   ');
  });
  const sources = documents.map(({ words }) => `- ${words}`).join('\n');
  return `${[`# ${title}`, about, deck.address, ...charts, `## ${SOURCES_TITLE}`, origins, license, sources].join('\n\n')}\n`;
}

function listMembers(publication: Publication, folder = toFolderName(publication)): Member[] {
  const text = (name: string, content: string): Member => ({
    name: `${folder}/${name}`,
    pieces: [content],
  });
  const pictures = publication.pictures.flatMap((shown): Member[] => {
    const only = { ...publication, pictures: [shown] };
    const name = [publication.slug, shown.name].filter(Boolean).join('-');
    return [
      { name: `${folder}/${name}.svg`, pieces: draw(renderSvg, only, {}) },
      {
        name: `${folder}/${name}.png`,
        packed: true,
        pieces: draw(renderPng, only, { density: '2' }),
      },
    ];
  });
  return [
    text('README.md', toReadme(publication)),
    { name: `${folder}/datapackage.json`, pieces: describe(publication) },
    text('sources.bib', toBibTex(publication)),
    { name: `${folder}/${publication.slug}.csv`, pieces: writeCsv(publication.table) },
    ...pictures,
  ];
}

async function* describe(publication: Publication) {
  yield `${JSON.stringify(await toDataPackage(publication), null, 2)}\n`;
}

async function* draw(render: Render, publication: Publication, values: ExportValues) {
  const { body } = await render(publication, values);
  if (typeof body === 'string' || body instanceof Uint8Array) yield body;
}

function toReadme(publication: Publication): string {
  const { title, description, href, asOf, snapshot, credits, sources, table, slug } = publication;
  const lines = [
    `# ${title}`,
    ...description,
    `- Address: ${toSiteOrigin()}${href}`,
    `- Data as of: ${formatPeriod(asOf)}`,
    ...listFreshnessLines(publication).map((line) => `- Series: ${line}`),
    `- Snapshot: ${snapshot.id}, collected ${snapshot.collected_on}`,
    `- License: ${LICENSE.name}, ${LICENSE.address}`,
    `- Credit: ${credits.join('; ')}`,
    `- Cite as: ${toCitation(publication)}`,
    `## Columns of ${slug}.csv`,
    ...table.columns.map(
      ({ id, meaning, unit }) => `- \`${id}\`${unit ? ` (${unit})` : ''}: ${meaning}`,
    ),
    '## Sources',
    ...sources.map(
      ({ source, title, published_on, url, ...whose }) =>
        `- \`${source}\`: ${title}, ${wordOrigin(whose)}${published_on ? `, ${published_on}` : ''}${url ? `, ${url}` : ''}`,
    ),
  ];
  return `${lines.map((line, index) => (line.startsWith('- ') && lines[index + 1]?.startsWith('- ') ? line : `${line}\n`)).join('\n')}`;
}

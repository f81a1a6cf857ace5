/**
 * Everything about a chart or dataset in one archive: figures, what they mean,
 * sources, and the picture. A folder that still explains itself in ten years.
 */
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { toBibTex, toCitation } from '../citation';
import { type ExportFormat, WITH_FIGURES } from '../format';
import { LICENCE, toDataPackage } from '../metadata';
import type { ExportValues } from '../parameters';
import type { Publication } from '../publication';
import { toFileName } from '../publication';
import { toSiteOrigin } from '../site';
import { writeCsv } from './csv';
import { png } from './png';
import { svg } from './svg';

export const zip: ExportFormat = {
  extension: 'zip',
  name: 'ZIP',
  mediaType: 'application/zip',
  purpose: 'Everything: figures, definitions, sources and the picture',
  kind: 'bundle',
  appliesTo: WITH_FIGURES,
  parameters: [],
  render: async (publication) => ({ body: writeArchive(publication) }),
};

interface Member {
  readonly name: string;
  /** What is packed already is stored as it is. */
  readonly packed: boolean;
  readonly pieces: AsyncIterable<string | Uint8Array>;
}

async function* writeArchive(publication: Publication): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const archive = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  const folder = toFileName(publication, 'x').replace(/\.x$/, '');
  const encoder = new TextEncoder();
  for (const { name, packed, pieces } of listMembers(publication)) {
    const file = packed
      ? new ZipPassThrough(`${folder}/${name}`)
      : new ZipDeflate(`${folder}/${name}`);
    // The day of the data, so that the same snapshot gives the same archive.
    file.mtime = toLocalNoon(publication.snapshot.collected_on);
    archive.add(file);
    for await (const piece of pieces) {
      file.push(typeof piece === 'string' ? encoder.encode(piece) : piece);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  archive.end();
  yield* ready.splice(0);
}

/** Archives know no time zones: noon of the day, wherever the server stands. */
function toLocalNoon(day: string): Date {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}

function listMembers(publication: Publication): Member[] {
  const text = (name: string, content: string): Member => ({
    name,
    packed: false,
    pieces: once(content),
  });
  const pictures = publication.pictures.flatMap((shown) => {
    const only = { ...publication, pictures: [shown] };
    const name = [publication.slug, shown.name].filter(Boolean).join('-');
    return [
      { name: `${name}.svg`, packed: false, pieces: draw(svg, only, {}) },
      { name: `${name}.png`, packed: true, pieces: draw(png, only, { scale: '2' }) },
    ];
  });
  return [
    text('README.md', toReadme(publication)),
    text('datapackage.json', `${JSON.stringify(toDataPackage(publication), null, 2)}\n`),
    text('sources.bib', toBibTex(publication)),
    { name: `${publication.slug}.csv`, packed: false, pieces: writeCsv(publication.table) },
    ...pictures,
  ];
}

async function* once(content: string): AsyncGenerator<string> {
  yield content;
}

async function* draw(format: ExportFormat, publication: Publication, values: ExportValues) {
  const { body } = await format.render(publication, values);
  if (typeof body === 'string' || body instanceof Uint8Array) yield body;
}

function toReadme(publication: Publication): string {
  const { title, description, href, asOf, snapshot, credits, sources, table, slug } = publication;
  const lines = [
    `# ${title}`,
    ...description,
    `- Address: ${toSiteOrigin()}${href}`,
    `- Data as of: ${asOf}`,
    `- Snapshot: ${snapshot.id}, collected ${snapshot.collected_on}`,
    `- Licence: ${LICENCE.name}, ${LICENCE.address}`,
    `- Credit: ${credits.join('; ')}`,
    `- Cite as: ${toCitation(publication)}`,
    `## Columns of ${slug}.csv`,
    ...table.columns.map(
      ({ name, meaning, unit }) => `- \`${name}\`${unit ? ` (${unit})` : ''}: ${meaning}`,
    ),
    '## Sources',
    ...sources.map(
      ({ source, title, publisher, published_on, url }) =>
        `- \`${source}\`: ${title}, ${publisher}${published_on ? `, ${published_on}` : ''}${url ? `, ${url}` : ''}`,
    ),
  ];
  return `${lines.map((line, index) => (line.startsWith('- ') && lines[index + 1]?.startsWith('- ') ? line : `${line}\n`)).join('\n')}`;
}

/** What all office files are made of: parts, their types, and how they lead to each other. */

import { escapeMarkup } from '@/units/xml-text';
import { writeArchive } from '../formats/archive';
import type { Member } from '../formats/pack';
import type { NotedPublication } from '../publication';
import { DECLARATION } from './chart-part';

const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE_RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PROPERTIES = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';

/** What is said of all of its charts together. */
export interface OfficeDeck {
  readonly title: string;
  /** Absent: a publication alone, without title, contents and sources of its own. */
  readonly address?: string;
}

/** A file of its members, dated by the data of the first chart. */
export async function writeOffice(
  list: (c: readonly NotedPublication[], deck: OfficeDeck, day: string) => Promise<Member[]>,
  charts: readonly NotedPublication[],
  deck: OfficeDeck,
): Promise<AsyncIterable<Uint8Array>> {
  const [first] = charts;
  if (!first) throw new Error('An office file needs a chart.');
  const day = first.publication.snapshot.collected_on;
  return writeArchive(await list(charts, deck, day), day);
}

export interface Part {
  /** Path inside the file, without a slash before it. */
  readonly path: string;
  /** Null where the type follows from the ending. */
  readonly type: string | null;
  readonly content: Member['pieces'] | string;
  /** What it refers to, by the names that it uses. */
  readonly relations?: readonly Relation[];
}

export interface Relation {
  readonly id: string;
  /** The last part of the relationship's name, "slide", "chart", or all of it. */
  readonly type: string;
  /** Relative to the part, or an address. */
  readonly target: string;
  readonly isExternal?: boolean;
}

const ENDINGS = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

interface OfficeFile {
  readonly main: string;
  readonly parts: readonly Part[];
  readonly title: string;
  readonly description: string;
  /** ISO; the same figures give the same bytes. */
  readonly day: string;
}

/** The members of the archive that an office file is. */
export function listOfficeMembers({ main, parts, title, description, day }: OfficeFile): Member[] {
  const core: Part = {
    path: 'docProps/core.xml',
    type: 'application/vnd.openxmlformats-package.core-properties+xml',
    content:
      `<cp:coreProperties xmlns:cp="${PROPERTIES}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
      `<dc:title>${escapeMarkup(title)}</dc:title><dc:creator>AI Hardware Tracker</dc:creator><dc:description>${escapeMarkup(description)}</dc:description>` +
      `<dcterms:created xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:modified><dc:language>en-US</dc:language></cp:coreProperties>`,
  };
  const all = [...parts, core];
  const types =
    `<Types xmlns="${TYPES}">` +
    Object.entries(ENDINGS)
      .map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`)
      .join('') +
    all
      .flatMap(({ path, type }) =>
        type ? [`<Override PartName="/${path}" ContentType="${type}"/>`] : [],
      )
      .join('') +
    '</Types>';
  const roots: Relation[] = [
    { id: 'rId1', type: 'officeDocument', target: main },
    {
      id: 'rId2',
      type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      target: core.path,
    },
  ];
  return [
    { name: '[Content_Types].xml', pieces: [DECLARATION, types] },
    { name: '_rels/.rels', pieces: [writeRelations(roots)] },
    ...all.flatMap(({ path, content, relations = [] }): Member[] => [
      typeof content === 'string'
        ? { name: path, pieces: [content.startsWith('<?xml') ? content : DECLARATION + content] }
        : { name: path, packed: true, pieces: content },
      ...(relations.length > 0
        ? [{ name: toRelationsPath(path), pieces: [writeRelations(relations)] }]
        : []),
    ]),
  ];
}

const toRelationsPath = (path: string) => path.replace(/([^/]+)$/, '_rels/$1.rels');

const writeRelations = (relations: readonly Relation[]): string =>
  `${DECLARATION}<Relationships xmlns="${RELATIONS}">${relations
    .map(({ id, type, target, isExternal }) => {
      const name = type.includes('/') ? type : `${OFFICE_RELATIONS}/${type}`;
      return `<Relationship Id="${id}" Type="${name}" Target="${escapeMarkup(target)}"${isExternal ? ' TargetMode="External"' : ''}/>`;
    })
    .join('')}</Relationships>`;

/**
 * What pages say to search engines, in the words of schema.org: datasets, charts, the
 * catalog, the site, and the way to a page. Parts of it stand in Croissant, too.
 */
import type { Contract } from '@/data/contract';
import type { SourceRow } from '@/db/queries/names';
import { formatCountry } from '@/units/format-value';
import type { TableColumn } from '@/units/table';
import type { CsvFacts } from '../csv-facts';
import type { ExportFormat } from '../format';
import { toFormatUrl, toPermalink } from '../links';
import { LICENSE } from '../metadata';
import type { Publication } from '../publication';
import { toSiteOrigin } from '../site';

type Node = Readonly<Record<string, unknown>>;

/** Things that refer to each other, as the text of a script element: nothing in them can end it. */
export function toGraphText(nodes: readonly Node[]): string {
  const graph = { '@context': 'https://schema.org', '@graph': nodes };
  return JSON.stringify(graph).replaceAll('<', '\\u003c');
}

/** A dataset with its files, its time and places, and the newest documents behind it. */
export function describeDataset(
  publication: Publication,
  contract: Contract,
  facts: CsvFacts | null,
  formats: readonly ExportFormat[] = [],
): Node {
  const { title, description, asOf, table } = publication;
  return {
    '@type': 'Dataset',
    name: title,
    description: description.join(' '),
    ...toCommonFields(publication, facts),
    keywords: listKeywords(contract),
    dateModified: asOf,
    includedInDataCatalog: { '@id': toCatalogId() },
    isBasedOn: listDocuments(publication.sources),
    variableMeasured: toVariables(table.columns),
    distribution: listDownloads(publication, formats, facts),
  };
}

/** What a chart shows as a dataset, and its picture, which may be used under the license. */
export function describeChart(
  publication: Publication,
  datasets: readonly Contract[],
  formats: readonly ExportFormat[],
  image: { readonly width: number; readonly height: number },
): Node[] {
  const { title, description, sources, table } = publication;
  const [picture] = publication.pictures;
  const page = `${toSiteOrigin()}${publication.href}`;
  return [
    {
      '@type': 'Dataset',
      name: title,
      description: description.slice(0, 3).join(' '),
      ...toCommonFields(publication, null),
      isBasedOn: [
        ...datasets.map(({ slug }) => `${toSiteOrigin()}/datasets/${slug}`),
        ...listDocuments(sources),
      ],
      variableMeasured: toVariables(table.columns),
      distribution: listDownloads(publication, formats),
      image: { '@id': `${page}#picture` },
    },
    {
      '@type': 'ImageObject',
      '@id': `${page}#picture`,
      contentUrl: toFormatUrl(publication, 'png', { size: 'social' }),
      ...image,
      caption: picture?.title ?? title,
      license: LICENSE.address,
      acquireLicensePage: `${toSiteOrigin()}/about#cite`,
      creditText: publication.credits.join('; '),
      copyrightNotice: `${TRACKER} and the sources named, CC BY 4.0`,
      creator: toTracker(),
    },
  ];
}

/** All datasets as one catalog; each is described on its own page. */
export function describeCatalog(datasets: readonly Contract[], collectedOn: string): Node {
  const site = toSiteOrigin();
  return {
    '@type': 'DataCatalog',
    '@id': toCatalogId(),
    name: `Open data of the ${TRACKER}`,
    description: ABOUT,
    url: `${site}/datasets`,
    license: LICENSE.address,
    isAccessibleForFree: true,
    dateModified: collectedOn,
    publisher: toTracker(),
    dataset: datasets.map(({ slug }) => ({ '@id': `${site}/datasets/${slug}` })),
  };
}

/** The site, its publisher, and how to search it. */
export function describeSite(): Node[] {
  const site = toSiteOrigin();
  return [
    {
      '@type': 'WebSite',
      name: TRACKER,
      description: ABOUT,
      url: `${site}/`,
      inLanguage: 'en',
      publisher: { '@id': toPublisher()['@id'] },
      potentialAction: {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: `${site}/search?q={search_term_string}` },
        'query-input': 'required name=search_term_string',
      },
    },
    toPublisher(),
  ];
}

/** The way from the overview to a page: names and paths, that of the page itself last. */
export function describeWay(steps: readonly (readonly [name: string, path: string])[]): Node {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [['Overview', '/'] as const, ...steps].map(([name, path], index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: `${toSiteOrigin()}${path}`,
    })),
  };
}

/** A company, university or government that a page is about. */
export function describeOrganization(path: string, { name, country, homepage }: Named): Node {
  return {
    '@type': 'Organization',
    name,
    ...(homepage && { url: homepage }),
    ...(country && { location: { '@type': 'Country', name: formatCountry(country) } }),
    mainEntityOfPage: `${toSiteOrigin()}${path}`,
  };
}

interface Named {
  readonly name: string;
  readonly country?: string | null;
  readonly homepage?: string | null;
}

export const TRACKER = 'AI Hardware Tracker';

export const ABOUT =
  'The AI hardware market in open data: market share, shipments, papers, owners, data centers, revenue, chips and prices; every figure with its source.';

export const toTracker = () => ({
  '@type': 'Organization',
  name: TRACKER,
  url: toSiteOrigin(),
});

/** The same as a node that others of a page refer to. */
export const toPublisher = () => ({
  ...toTracker(),
  '@id': `${toSiteOrigin()}/#publisher`,
  logo: `${toSiteOrigin()}/icon.svg`,
});

const toCatalogId = (): string => `${toSiteOrigin()}/datasets#catalog`;

/** Words under which a dataset is looked for: those of its kind, and what its rows name. */
export function listKeywords({ title, columns }: Contract): string[] {
  const named = Object.values(columns).flatMap((column) =>
    column.type === 'reference' && column.to !== 'sources' ? column.to.replaceAll('-', ' ') : [],
  );
  return [...new Set(['AI hardware', 'AI accelerators', 'GPU', title, ...named])];
}

/** "2015-02-01/2026-10-25", as ISO 8601 has it. */
const toInterval = ({ from, to }: NonNullable<CsvFacts['time']>): string =>
  from === to ? from : `${from}/${to}`;

/** What holds of whatever is published; times and places where they are known. */
function toCommonFields(publication: Publication, facts: CsvFacts | null): Node {
  const { href, snapshot, credits } = publication;
  const address = `${toSiteOrigin()}${href}`;
  const places = facts?.countries.map(formatCountry) ?? [];
  return {
    '@id': address,
    url: address,
    // The address of exactly these figures, whatever is published later.
    identifier: `${toSiteOrigin()}${toPermalink(publication)}`,
    version: snapshot.id,
    license: LICENSE.address,
    isAccessibleForFree: true,
    creditText: credits.join('; '),
    creator: toTracker(),
    publisher: toTracker(),
    datePublished: snapshot.collected_on,
    ...(facts?.time && { temporalCoverage: toInterval(facts.time) }),
    ...(facts && { spatialCoverage: places.length > 0 ? places : 'Worldwide' }),
  };
}

/** The newest documents that have an address; the citation files name all. */
const listDocuments = (sources: readonly SourceRow[]): Node[] =>
  sources
    .flatMap(({ title, url, origin, publisher }) =>
      url ? [{ '@type': 'CreativeWork', name: title, url, creator: origin ?? publisher }] : [],
    )
    .slice(0, MOST_DOCUMENTS);

const MOST_DOCUMENTS = 8;

const toVariables = (columns: readonly TableColumn[]): Node[] =>
  columns.map(({ id, meaning, unit }) => ({
    '@type': 'PropertyValue',
    name: id,
    description: meaning,
    ...(unit && { unitText: unit }),
  }));

const listDownloads = (
  publication: Publication,
  formats: readonly ExportFormat[],
  facts: CsvFacts | null = null,
): Node[] =>
  formats
    .filter(({ kind }) => kind === 'data' || kind === 'bundle')
    .map(({ extension, mediaType }) => ({
      '@type': 'DataDownload',
      encodingFormat: mediaType.split(';')[0],
      contentUrl: toFormatUrl(publication, extension),
      ...(extension === 'csv' && facts && { contentSize: `${facts.bytes} B` }),
    }));

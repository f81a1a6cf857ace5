/**
 * All datasets as a catalog for data portals: DCAT 3 in the terms of DCAT-AP 3
 * (https://semiceu.github.io/DCAT-AP/releases/3.0.0/), as JSON-LD with a context of its own.
 * And where the API is described, for programs that look at the place that all sites share
 * (RFC 9727).
 */
import type { Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import type { Tracker } from '@/db/connection';
import { toJsonText } from '../answer';
import { type CsvFacts, findCsvFacts } from '../csv-facts';
import { toDatasetPublication, WHOLE } from '../dataset-publication';
import type { ExportFormat } from '../format';
import { listFormats } from '../formats';
import { toFormatUrl } from '../links';
import { LICENSE } from '../metadata';
import type { Publication } from '../publication';
import { toSiteOrigin } from '../site';
import { ABOUT, listKeywords, TRACKER } from './schema-org';

export const LINKSET =
  'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"';

export async function writeCatalog(tracker: Tracker): Promise<string> {
  const site = toSiteOrigin();
  const { snapshot } = tracker;
  return toJsonText({
    '@context': CONTEXT,
    '@id': `${site}/catalog.jsonld`,
    '@type': 'dcat:Catalog',
    title: `Open data of the ${TRACKER}`,
    description: ABOUT,
    homepage: `${site}/datasets`,
    publisher: { '@id': `${site}/#publisher`, '@type': 'foaf:Agent', name: TRACKER },
    language: ENGLISH,
    license: LICENSE.address,
    modified: snapshot.collected_on,
    dataset: await Promise.all(
      datasets.map(async (contract) => {
        const publication = await toDatasetPublication(tracker, contract, WHOLE);
        return describe(contract, publication, await findCsvFacts(publication));
      }),
    ),
    service: {
      '@id': `${site}/openapi.json`,
      '@type': 'dcat:DataService',
      title: `API of the ${TRACKER}`,
      endpointURL: `${site}/`,
      endpointDescription: `${site}/openapi.json`,
      license: LICENSE.address,
    },
  });
}

/** Where machines begin: the description of the API, its documentation, and what it is of. */
export function writeApiCatalog(): string {
  const site = toSiteOrigin();
  return toJsonText({
    linkset: [
      {
        anchor: `${site}/`,
        'service-desc': [{ href: `${site}/openapi.json`, type: 'application/json' }],
        'service-doc': [{ href: `${site}/docs/api`, type: 'text/html' }],
        'service-meta': [
          { href: `${site}/catalog.jsonld`, type: 'application/ld+json' },
          { href: `${site}/llms.txt`, type: 'text/plain' },
        ],
        license: [{ href: LICENSE.address }],
      },
      {
        anchor: `${site}/mcp`,
        'service-doc': [{ href: `${site}/docs/api#mcp`, type: 'text/html' }],
        license: [{ href: LICENSE.address }],
      },
    ],
  });
}

function describe(contract: Contract, publication: Publication, facts: CsvFacts) {
  const site = toSiteOrigin();
  const { slug, title, story, grain } = contract;
  const address = `${site}/datasets/${slug}`;
  return {
    '@id': address,
    '@type': 'dcat:Dataset',
    title,
    description: `${story} ${grain}`,
    identifier: address,
    landingPage: address,
    publisher: `${site}/#publisher`,
    contactPoint: { '@type': 'vcard:Organization', fn: TRACKER, hasURL: `${site}/about#report` },
    theme: 'http://publications.europa.eu/resource/authority/data-theme/TECH',
    keyword: listKeywords(contract),
    language: ENGLISH,
    modified: publication.asOf,
    version: publication.snapshot.id,
    ...(facts.time && {
      temporal: {
        '@type': 'dct:PeriodOfTime',
        startDate: toTypedDate(facts.time.from),
        endDate: toTypedDate(facts.time.to),
      },
    }),
    distribution: listFormats('dataset')
      .filter(({ kind }) => kind === 'data' || kind === 'bundle')
      .map((format) => toDistribution(publication, format, facts)),
  };
}

function toDistribution(publication: Publication, format: ExportFormat, facts: CsvFacts) {
  const { extension, name, mediaType } = format;
  const address = toFormatUrl(publication, extension);
  return {
    '@id': address,
    '@type': 'dcat:Distribution',
    title: name,
    accessURL: address,
    downloadURL: address,
    mediaType: `http://www.iana.org/assignments/media-types/${mediaType.split(';')[0]}`,
    license: LICENSE.address,
    ...(extension === 'csv' && {
      byteSize: facts.bytes,
      checksum: {
        '@type': 'spdx:Checksum',
        algorithm: 'spdx:checksumAlgorithm_sha256',
        checksumValue: facts.sha256,
      },
    }),
  };
}

/** A day, month or year with the type that says which. */
function toTypedDate(text: string) {
  const type = { 4: 'xsd:gYear', 7: 'xsd:gYearMonth', 10: 'xsd:date' }[text.length];
  return { '@value': text, '@type': type };
}

const ENGLISH = 'http://publications.europa.eu/resource/authority/language/ENG';

const toReference = (id: string) => ({ '@id': id, '@type': '@id' });
const toTyped = (id: string, type: string) => ({ '@id': id, '@type': type });

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  title: { '@id': 'dct:title', '@language': 'en' },
  description: { '@id': 'dct:description', '@language': 'en' },
  keyword: { '@id': 'dcat:keyword', '@language': 'en' },
  name: 'foaf:name',
  fn: 'vcard:fn',
  hasURL: toReference('vcard:hasURL'),
  identifier: 'dct:identifier',
  version: 'dcat:version',
  homepage: toReference('foaf:homepage'),
  publisher: toReference('dct:publisher'),
  language: toReference('dct:language'),
  license: toReference('dct:license'),
  modified: toTyped('dct:modified', 'xsd:date'),
  temporal: 'dct:temporal',
  startDate: 'dcat:startDate',
  endDate: 'dcat:endDate',
  theme: toReference('dcat:theme'),
  contactPoint: 'dcat:contactPoint',
  landingPage: toReference('dcat:landingPage'),
  dataset: 'dcat:dataset',
  service: 'dcat:service',
  endpointURL: toReference('dcat:endpointURL'),
  endpointDescription: toReference('dcat:endpointDescription'),
  distribution: 'dcat:distribution',
  accessURL: toReference('dcat:accessURL'),
  downloadURL: toReference('dcat:downloadURL'),
  mediaType: toReference('dcat:mediaType'),
  byteSize: toTyped('dcat:byteSize', 'xsd:nonNegativeInteger'),
  checksum: 'spdx:checksum',
  algorithm: toReference('spdx:algorithm'),
  checksumValue: toTyped('spdx:checksumValue', 'xsd:hexBinary'),
};

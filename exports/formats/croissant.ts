/**
 * A dataset in Croissant 1.1 (https://docs.mlcommons.org/croissant/docs/croissant-spec-1.1.html),
 * which programs for machine learning read: the CSV of this snapshot with its hash, its
 * columns with their types, and the lists that it refers to, by their keys.
 */
import type { Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import type { TableColumn } from '@/units/table';
import { toJsonText } from '../answer';
import { describeDataset, toTracker } from '../api/schema-org';
import { toCitation } from '../citation';
import { findCsvFacts } from '../csv-facts';
import type { Render } from '../format';
import { CROISSANT, toFormatUrl, toPermalink } from '../links';
import { LICENSE } from '../metadata';
import type { Publication } from '../publication';

export const renderCroissant: Render = async (publication) => {
  const contract = datasets.find(({ slug }) => slug === publication.slug);
  if (!contract) throw new Error(`No dataset is called "${publication.slug}".`);
  return { body: toJsonText(await describe(publication, contract)) };
};

async function describe(publication: Publication, contract: Contract) {
  const { snapshot } = publication;
  const own = await describeTable(publication, contract, Object.keys(contract.columns));
  const lists = await Promise.all(
    (await publication.listReferences?.())?.map(([list, listed]) =>
      describeTable(listed, list, list.key),
    ) ?? [],
  );
  const {
    '@id': _,
    includedInDataCatalog: __,
    variableMeasured: ___,
    ...dataset
  } = describeDataset(publication, contract, await findCsvFacts(publication));
  return {
    '@context': CONTEXT,
    ...dataset,
    '@type': 'sc:Dataset',
    conformsTo: CROISSANT.profile,
    // As a version number, of the day and the snapshot.
    version: `${snapshot.collected_on.split('-').map(Number).join('.')}+${snapshot.id}`,
    isLiveDataset: true,
    citeAs: toCitation(publication),
    inLanguage: 'en',
    sdLicense: LICENSE.address,
    sdPublisher: toTracker(),
    distribution: [own, ...lists].map(({ file }) => file),
    recordSet: [own, ...lists].map(({ recordSet }) => recordSet),
  };
}

/** The CSV of a table, and those of its columns that are told of. */
async function describeTable(
  publication: Publication,
  { slug, grain, columns }: Contract,
  told: readonly string[],
) {
  const { description, table } = publication;
  const { bytes, sha256 } = await findCsvFacts(publication);
  const file = `${slug}.csv`;
  const toField = ({ id, type, meaning, unit }: TableColumn) => {
    const column = columns[id];
    const list = column?.type === 'reference' && datasets.find((one) => one.slug === column.to);
    const isUrl = column?.type === 'url';
    return {
      '@type': 'cr:Field',
      '@id': `${slug}/${id}`,
      name: id,
      description: unit ? `${meaning} In ${unit}.` : meaning,
      dataType: isUrl ? 'sc:URL' : TYPES[type],
      source: { fileObject: { '@id': file }, extract: { column: id } },
      ...(list && { references: { field: { '@id': `${list.slug}/${list.key[0]}` } } }),
    };
  };
  return {
    file: {
      '@type': 'cr:FileObject',
      '@id': file,
      name: file,
      description: description.join(' '),
      contentUrl: toFormatUrl({ href: toPermalink(publication) }, 'csv'),
      contentSize: `${bytes} B`,
      encodingFormat: 'text/csv',
      sha256,
    },
    recordSet: {
      '@type': 'cr:RecordSet',
      '@id': slug,
      name: slug,
      description: grain,
      ...(table.key && { key: table.key.map((name) => ({ '@id': `${slug}/${name}` })) }),
      field: table.columns.filter(({ id }) => told.includes(id)).map(toField),
    },
  };
}

const TYPES = {
  text: 'sc:Text',
  integer: 'sc:Integer',
  number: 'sc:Float',
  day: 'sc:Date',
  // Its booleans are true and false.
  'yes-no': 'sc:Text',
} as const;

/** That of the specification. */
const CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  arrayShape: 'cr:arrayShape',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  containedIn: 'cr:containedIn',
  cr: 'http://mlcommons.org/croissant/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  equivalentProperty: 'cr:equivalentProperty',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  fileProperty: 'cr:fileProperty',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isArray: 'cr:isArray',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  prov: 'http://www.w3.org/ns/prov#',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  samplingRate: 'cr:samplingRate',
  sc: 'https://schema.org/',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
};

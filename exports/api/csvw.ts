/** A dataset's CSV described as CSV on the Web (https://www.w3.org/TR/tabular-metadata/). */
import type { Contract } from '@/data/contract';
import { toDataColumns } from '../data-table';
import { LICENCE } from '../metadata';
import { toSiteOrigin } from '../site';

const TYPES = { text: 'string', integer: 'integer', number: 'decimal', day: 'date' } as const;

export function buildCsvw(contract: Contract) {
  const { slug, title, story, key, columns, credit, retrieved } = contract;
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: `${toSiteOrigin()}/datasets/${slug}.csv`,
    'dc:title': title,
    'dc:description': story,
    'dc:license': { '@id': LICENCE.address },
    'dc:creator': credit,
    'dc:modified': { '@value': retrieved, '@type': 'xsd:date' },
    tableSchema: {
      columns: toDataColumns(contract).map(({ name, label, meaning, type }) => ({
        name,
        titles: [name, label],
        'dc:description': meaning,
        datatype: TYPES[type],
        required: columns[name]?.optional !== true,
        null: '',
      })),
      primaryKey: key,
    },
  };
}

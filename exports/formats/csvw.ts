/**
 * A CSV described as CSV on the Web (https://www.w3.org/TR/tabular-metadata/): the
 * columns that the file at the same address holds. The CSV's Link header leads here.
 */
import type { TableColumn } from '@/units/table';
import { toJsonText } from '../answer';
import type { Render } from '../format';
import { toFormatUrl } from '../links';
import { LICENSE } from '../metadata';
import { listFreshnessLines, type Publication } from '../publication';

export const renderCsvw: Render = async (publication) => ({
  body: toJsonText(describe(publication)),
});

const TYPES = {
  text: 'string',
  integer: 'integer',
  // xsd:decimal would refuse 1e-7.
  number: 'number',
  day: 'date',
  'yes-no': { base: 'boolean', format: 'yes|no' },
} as const;

function describe(publication: Publication) {
  const { title, description, credits, snapshot, table } = publication;
  const { columns, key = [] } = table;
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: toFormatUrl(publication, 'csv'),
    'dc:title': title,
    'dc:description': description.join('\n\n'),
    'dc:license': { '@id': LICENSE.address },
    'dc:creator': credits.join('; '),
    'dc:accrualPeriodicity': listFreshnessLines(publication),
    'dc:modified': { '@value': snapshot.collected_on, '@type': 'xsd:date' },
    tableSchema: {
      columns: columns.map(toColumn),
      ...(key.length > 0 ? { primaryKey: key } : {}),
    },
  };
}

function toColumn({ id, label, meaning, unit, type, required = false }: TableColumn) {
  return {
    name: id,
    titles: [id, label],
    'dc:description': meaning,
    ...(unit !== null && { 'schema:unitText': unit }),
    datatype: TYPES[type],
    required,
    null: '',
  };
}

/** A dataset as Parquet: columns with types, packed, for DuckDB, pandas and Arrow. */
import { parquetWriteBuffer } from 'hyparquet-writer';
import { toUtc } from '@/units/date';
import { type CellValue, readBatches, type TableColumn } from '@/units/table';
import type { Render } from '../format';
import { toMetadata } from '../metadata';

export const renderParquet: Render = async (publication) => {
  const { columns } = publication.table;
  // The library writes whole columns.
  const rows: CellValue[][] = [];
  for await (const batch of readBatches(publication.table)) rows.push(...batch);
  const file = parquetWriteBuffer({
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(toSchemaElement)],
    columnData: columns.map((column, index) => ({
      name: column.id,
      data: rows.map((row) => toParquetValue(row[index] ?? null, column)),
    })),
    kvMetadata: [{ key: 'ai-hardware-tracker', value: JSON.stringify(toMetadata(publication)) }],
  });
  return { body: new Uint8Array(file) };
};

function toSchemaElement({ id, type, required }: TableColumn) {
  const repetition_type = required ? ('REQUIRED' as const) : ('OPTIONAL' as const);
  return { name: id, repetition_type, ...TYPES[type] };
}

const TYPES = {
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  day: { type: 'INT32', converted_type: 'DATE' },
  'yes-no': { type: 'BOOLEAN' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
} as const;

function toParquetValue(value: CellValue, { type }: TableColumn) {
  if (value === null) return null;
  if (type === 'integer') return BigInt(value);
  if (type === 'yes-no') return value === 'yes';
  return type === 'day' ? toUtc(String(value)) : value;
}

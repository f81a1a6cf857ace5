/** A dataset as Parquet: columns with types, packed, for DuckDB, pandas and Arrow. */
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { toUtc } from '@/units/date';
import { type CellValue, readBatches, type TableColumn } from '@/units/table';
import type { Render } from '../format';
import { toMetadata } from '../metadata';

/** So many rows are in memory as values; those before them are packed. */
const ROWS_PER_GROUP = 20_000;

/** A file as a whole, since programs read parts of it, but made a group of rows at a time. */
export const renderParquet: Render = async (publication) => {
  const { columns } = publication.table;
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer,
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(toSchemaElement)],
    kvMetadata: [{ key: 'ai-hardware-tracker', value: JSON.stringify(toMetadata(publication)) }],
  });
  let rows: CellValue[][] = [];
  const write = () => {
    const toData = (column: TableColumn, index: number) => ({
      name: column.id,
      data: rows.map((row) => toParquetValue(row[index] ?? null, column)),
    });
    file.write({ columnData: columns.map(toData), rowGroupSize: ROWS_PER_GROUP });
    rows = [];
  };
  for await (const batch of readBatches(publication.table)) {
    rows = rows.concat(batch);
    if (rows.length >= ROWS_PER_GROUP) write();
  }
  write();
  file.finish();
  return { body: new Uint8Array(writer.getBuffer()) };
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

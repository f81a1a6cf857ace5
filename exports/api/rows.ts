/** JSON Schemas of rows: those of a dataset follow from its contract, of a chart from its columns. */
import type { Schema } from '@/address/parameters';
import { toCellSchema } from '@/data/cell-schema';
import { type Contract, toTableColumns } from '@/data/contract';
import type { TableColumn } from '@/units/table';
import { listDayColumns } from '../file-columns';

/**
 * A row of a dataset. No property is required: `columns=` leaves the others out. What may not
 * be blank is never null.
 */
export function toDatasetRow(contract: Contract): Schema {
  const { columns, grain } = contract;
  const properties = Object.entries(columns).map(([name, column]) => {
    const { label, meaning, optional = false } = column;
    const unit = column.type === 'integer' || column.type === 'number' ? column.unit : null;
    return [
      name,
      describe(optional ? allowNull(toCellSchema(column)) : toCellSchema(column), {
        label,
        meaning,
        unit,
      }),
    ];
  });
  const days = listDayColumns(toTableColumns(contract)).map(toProperty);
  return {
    type: 'object',
    description: grain,
    properties: Object.fromEntries([...properties, ...days]),
  };
}

/**
 * A row of a chart or of an estimate as it is shown at first. Other choices have columns of
 * other units and details, so that none is required and others may be there.
 */
export function toTableRow(columns: readonly TableColumn[]): Schema {
  return {
    type: 'object',
    description: 'The columns shown at first; other choices may have others.',
    properties: Object.fromEntries(columns.map(toProperty)),
    additionalProperties: { type: ['string', 'number', 'null'] },
  };
}

function toProperty(column: TableColumn): readonly [string, Schema] {
  const value = PLAIN[column.type];
  return [column.id, describe(column.required ? value : allowNull(value), column)];
}

const PLAIN = {
  text: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  day: { type: 'string', format: 'date' },
  'yes-no': { type: 'string', enum: ['yes', 'no'] },
} as const;

function allowNull(schema: Schema): Schema {
  const { type, enum: values } = schema;
  return {
    ...schema,
    type: [type, 'null'],
    ...(Array.isArray(values) && { enum: [...values, null] }),
  };
}

function describe(
  schema: Schema,
  { label, meaning, unit }: Pick<TableColumn, 'label' | 'meaning' | 'unit'>,
): Schema {
  const words = meaning || label;
  return { ...schema, title: label, description: unit === null ? words : `${words} (${unit})` };
}

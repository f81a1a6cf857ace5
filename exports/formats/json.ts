/** Rows as JSON, with everything there is to say about them; and as bare lines. */
import type { DataRow, DataTable } from '../data-table';
import type { Render } from '../format';
import { toMetadata } from '../metadata';
import type { Publication } from '../publication';

export const renderJson: Render = async (publication) => ({ body: writeJson(publication) });

export const renderNdjson: Render = async ({ table }) => ({ body: writeLines(table) });

async function* writeJson(publication: Publication): AsyncGenerator<string> {
  const { table } = publication;
  // The rows are written as they are read; the rest is one object around them.
  yield `${JSON.stringify(toMetadata(publication)).slice(0, -1)},"rows":[`;
  let separator = '\n';
  const toObject = buildToObject(table);
  for await (const batch of table.batches()) {
    if (batch.length === 0) continue;
    yield separator + batch.map((row) => JSON.stringify(toObject(row))).join(',\n');
    separator = ',\n';
  }
  yield '\n]}\n';
}

async function* writeLines(table: DataTable): AsyncGenerator<string> {
  const toObject = buildToObject(table);
  for await (const batch of table.batches()) {
    yield batch.map((row) => `${JSON.stringify(toObject(row))}\n`).join('');
  }
}

function buildToObject({ columns }: DataTable) {
  const names = columns.map(({ name }) => name);
  return (row: DataRow) => Object.fromEntries(names.map((name, index) => [name, row[index]]));
}

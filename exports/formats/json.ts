/** Rows as JSON, with everything there is to say about them; and as bare lines. */
import { type CellValue, readBatches, type Table } from '@/units/table';
import { toCitation } from '../citation';
import type { Render } from '../format';
import { toPermalink } from '../links';
import { toMetadata } from '../metadata';
import type { Publication } from '../publication';
import { toSiteOrigin } from '../site';

export const renderJson: Render = async (publication) => ({ body: writeJson(publication) });

export const renderNdjson: Render = async ({ table }) => ({ body: writeLines(table) });

async function* writeJson(publication: Publication): AsyncGenerator<string> {
  const { table } = publication;
  const around = {
    ...toMetadata(publication),
    permalink: `${toSiteOrigin()}${toPermalink(publication)}`,
    citation: toCitation(publication),
  };
  // The rows are written as they are read; the rest is one object around them.
  yield `${JSON.stringify(around).slice(0, -1)},"rows":[`;
  let separator = '\n';
  const toObject = buildToObject(table);
  for await (const batch of readBatches(table)) {
    if (batch.length === 0) continue;
    yield separator + batch.map((row) => JSON.stringify(toObject(row))).join(',\n');
    separator = ',\n';
  }
  yield '\n]}\n';
}

async function* writeLines(table: Table): AsyncGenerator<string> {
  const toObject = buildToObject(table);
  for await (const batch of readBatches(table)) {
    yield batch.map((row) => `${JSON.stringify(toObject(row))}\n`).join('');
  }
}

function buildToObject({ columns }: Table) {
  const names = columns.map(({ id }) => id);
  return (row: readonly CellValue[]) =>
    Object.fromEntries(names.map((name, index) => [name, row[index]]));
}

/**
 * Rows as an Excel workbook: typed numbers and dates, the header frozen, and a
 * second sheet that says what the columns mean and where the figures come from.
 * Written while it is read, so that a large table needs little memory.
 */
import type { CellValue } from '@/data/contract';
import { toUtc } from '@/units/date';
import { toCitation } from '../citation';
import type { DataColumn, DataRow, DataTable } from '../data-table';
import type { ExportFormat } from '../format';
import { LICENCE } from '../metadata';
import type { Publication } from '../publication';
import { toSiteOrigin } from '../site';
import { type Sheet, type SheetRow, writeWorkbook } from './workbook';

export const xlsx: ExportFormat = {
  extension: 'xlsx',
  name: 'Excel',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  purpose: 'Workbook with the figures, definitions and sources',
  kind: 'data',
  appliesTo: ['chart', 'dataset'],
  parameters: [],
  render: async (publication) => ({
    body: writeWorkbook([toFigures(publication.table), toAbout(publication)], {
      author: 'AI Hardware Tracker',
      day: publication.snapshot.collected_on,
    }),
  }),
};

function toFigures(table: DataTable): Sheet {
  return { name: 'Figures', widths: table.columns.map(toWidth), rows: listFigures(table) };
}

async function* listFigures({ columns, batches }: DataTable): AsyncGenerator<SheetRow[]> {
  yield [{ cells: columns.map(({ name }) => name), bold: true }];
  const toCells = buildToCells(columns);
  for await (const batch of batches()) yield batch.map((row) => ({ cells: toCells(row) }));
}

const WIDEST = 60;

function toWidth({ name, type, label }: DataColumn): number {
  const width = type === 'text' ? Math.max(name.length, label.length, 16) : name.length + 2;
  return Math.min(width, WIDEST);
}

function buildToCells(columns: readonly DataColumn[]) {
  const isDay = columns.map(({ type }) => type === 'day');
  return (row: DataRow) =>
    row.map((value: CellValue, index) =>
      isDay[index] && typeof value === 'string' ? toUtc(value) : value,
    );
}

function toAbout(publication: Publication): Sheet {
  const { title, description, href, asOf, snapshot, credits, sources, table } = publication;
  const row = (...cells: CellValue[]): SheetRow => ({ cells });
  const head = (...cells: string[]): SheetRow => ({ cells, bold: true });
  const rows = [
    head(title),
    ...description.map((paragraph) => row(null, paragraph)),
    row('Address', `${toSiteOrigin()}${href}`),
    row('Data as of', asOf),
    row('Snapshot', `${snapshot.id}, collected ${snapshot.collected_on}`),
    row('Licence', `${LICENCE.name}, ${LICENCE.address}`),
    row('Credit', credits.join('; ')),
    row('Cite as', toCitation(publication)),
    row(),
    head('Column', 'Meaning', 'Unit', 'Type'),
    ...table.columns.map(({ name, meaning, unit, type }) => row(name, meaning, unit, type)),
    row(),
    head('Source', 'Title', 'Publisher', 'Published', 'Address'),
    ...sources.map(({ source, title, publisher, published_on, url }) =>
      row(source, title, publisher, published_on, url),
    ),
  ];
  return { name: 'About', widths: [28, 70, 40, 16, 50], rows: [rows] };
}

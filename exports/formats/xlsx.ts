/**
 * Rows as an Excel workbook: typed numbers and dates, the header frozen, and a
 * second sheet that says what the columns mean and where the figures come from.
 * Written while it is read, so that a large table needs little memory.
 */
import { PassThrough, type Writable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import type excel from 'exceljs';
import type { CellValue } from '@/data/contract';
import { toUtc } from '@/units/date';
import { formatPeriod } from '@/units/period';
import { toCitation } from '../citation';
import type { DataColumn, DataRow } from '../data-table';
import { type ExportFormat, WITH_FIGURES } from '../format';
import { LICENCE } from '../metadata';
import type { Publication } from '../publication';
import { toSiteOrigin } from '../site';

export const xlsx: ExportFormat = {
  extension: 'xlsx',
  name: 'Excel',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  purpose: 'Workbook with the figures, definitions and sources',
  kind: 'data',
  appliesTo: WITH_FIGURES,
  parameters: [],
  render: async (publication) => ({ body: await writeWorkbook(publication) }),
};

async function writeWorkbook(publication: Publication): Promise<AsyncIterable<Uint8Array>> {
  // Large, and no page needs it.
  const { default: excel } = await import('exceljs');
  const stream = new PassThrough({ highWaterMark: BUFFER });
  const day = toUtc(publication.snapshot.collected_on);
  const Writer = toDatedWriter(excel.stream.xlsx.WorkbookWriter, day);
  const workbook = new Writer({
    stream,
    useStyles: true,
    // Texts stand in their cells: a table of shared ones is held until the end.
    useSharedStrings: false,
  });
  workbook.creator = 'AI Hardware Tracker';
  // The day of the data, so that the same snapshot gives the same bytes.
  [workbook.created, workbook.modified] = [day, day];
  void fill(workbook, publication, stream).catch((error: Error) => stream.destroy(error));
  return stream;
}

// A reader that is slower than we are holds this much back.
const BUFFER = 64 * 1024;

/**
 * The archive dates its members by the clock, unless it is told a day for each. The
 * first ones are added while the writer is made, themes before everything.
 */
function toDatedWriter(writer: unknown, date: Date): typeof excel.stream.xlsx.WorkbookWriter {
  const Writer = writer as new (
    ...given: unknown[]
  ) => { readonly zip: Archiver; addThemes(): Promise<void> };
  class DatedWriter extends Writer {
    override addThemes(): Promise<void> {
      const append = this.zip.append.bind(this.zip);
      this.zip.append = (source, data) => append(source, { ...data, date });
      return super.addThemes();
    }
  }
  return DatedWriter as unknown as typeof excel.stream.xlsx.WorkbookWriter;
}

interface Archiver {
  append(source: unknown, data: { readonly name: string; readonly date?: Date }): unknown;
}

async function fill(
  workbook: excel.stream.xlsx.WorkbookWriter,
  publication: Publication,
  stream: PassThrough,
): Promise<void> {
  const { table } = publication;
  const sheet = workbook.addWorksheet('Figures', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = table.columns.map(toSheetColumn);
  sheet.getRow(1).font = { bold: true };
  const toCells = buildToCells(table.columns);
  for await (const batch of table.batches()) {
    for (let start = 0; start < batch.length; start += ROWS_AT_ONCE) {
      const some = batch.slice(start, start + ROWS_AT_ONCE);
      for (const row of some) sheet.addRow(toCells(row)).commit();
      await breathe();
      // Wait until all that is ready was packed and taken, or it would pile up here.
      while (isBehind(sheet, stream) && !stream.destroyed) await breathe();
      if (stream.destroyed) return;
    }
  }
  sheet.commit();
  writeAbout(workbook, publication);
  await workbook.commit();
}

const ROWS_AT_ONCE = 50;

/** Whether archive or reader have yet to take rows; the library's own streams do not say. */
function isBehind(sheet: excel.Worksheet, stream: PassThrough): boolean {
  const { pipes } = (sheet as unknown as { stream: { pipes: readonly Writable[] } }).stream;
  return stream.writableNeedDrain || pipes.some(({ writableLength }) => writableLength > BUFFER);
}

const WIDEST = 60;

function toSheetColumn({ name, type, label }: DataColumn): Partial<excel.Column> {
  const width = type === 'text' ? Math.max(name.length, label.length, 16) : name.length + 2;
  return {
    header: name,
    key: name,
    width: Math.min(width, WIDEST),
    ...(type === 'day' ? { style: { numFmt: 'yyyy-mm-dd' } } : {}),
  };
}

function buildToCells(columns: readonly DataColumn[]) {
  const isDay = columns.map(({ type }) => type === 'day');
  return (row: DataRow) =>
    row.map((value: CellValue, index) =>
      isDay[index] && typeof value === 'string' ? toUtc(value) : value,
    );
}

function writeAbout(workbook: excel.stream.xlsx.WorkbookWriter, publication: Publication): void {
  const { title, description, href, asOf, snapshot, credits, sources, table } = publication;
  const sheet = workbook.addWorksheet('About', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = [{ width: 28 }, { width: 70 }, { width: 40 }, { width: 16 }];
  const add = (...cells: (string | null)[]) => sheet.addRow(cells).commit();
  const addHead = (...cells: string[]) => {
    const row = sheet.addRow(cells);
    row.font = { bold: true };
    row.commit();
  };
  addHead(title);
  for (const paragraph of description) add('', paragraph);
  add('Address', `${toSiteOrigin()}${href}`);
  add('Data as of', formatPeriod(asOf));
  add('Snapshot', `${snapshot.id}, collected ${snapshot.collected_on}`);
  add('Licence', `${LICENCE.name}, ${LICENCE.address}`);
  add('Credit', credits.join('; '));
  add('Cite as', toCitation(publication));
  add();
  addHead('Column', 'Meaning', 'Unit', 'Type');
  for (const { name, meaning, unit, type } of table.columns) add(name, meaning, unit, type);
  add();
  addHead('Source', 'Title', 'Publisher', 'Published', 'Address');
  for (const { source, title, publisher, published_on, url } of sources) {
    add(source, title, publisher, published_on, url);
  }
  sheet.commit();
}

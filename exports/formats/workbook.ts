/**
 * The parts of an Excel workbook (ISO/IEC 29500, transitional), as members of an
 * archive. Rows are written while they are read, so a large table needs little
 * memory. Texts stand in their cells: a table of shared ones would be held to the
 * end. Every cell carries its reference, without which some readers stop.
 */
import { type CellValue, readBatches, type Table, type TableColumn } from '@/units/table';
import { escapeMarkup } from '@/units/xml-text';
import type { Member } from './pack';

export interface Sheet {
  readonly name: string;
  /** Widths in characters, of the columns from the left. */
  readonly widths: readonly number[];
  /** What the columns hold; ISO days are dates in the workbook, yes and no are true and false. */
  readonly types?: readonly TableColumn['type'][];
  /** How many rows at the top stay in view. */
  readonly frozen: number;
  /** Whether its rows can be filtered by the heads of the columns. */
  readonly isFiltered?: boolean;
  /** A chart over the sheet, as its part; it stands to the right of the columns. */
  readonly chart?: string;
  readonly rows: AsyncIterable<SheetRow> | Iterable<SheetRow>;
}

export interface SheetRow {
  readonly cells: readonly CellValue[];
  readonly isHead?: boolean;
}

/** A table under the names of its columns; days are dates. */
export function toTableSheet(name: string, table: Table): Sheet {
  return {
    name,
    widths: table.columns.map(toWidth),
    types: table.columns.map(({ type }) => type),
    frozen: 1,
    isFiltered: true,
    rows: listRows(table),
  };
}

function toWidth({ id, type, label }: TableColumn): number {
  const width = type === 'text' ? Math.max(id.length, label.length, 16) : id.length + 2;
  return Math.min(width, WIDEST);
}

const WIDEST = 60;

async function* listRows(table: Table): AsyncGenerator<SheetRow> {
  yield { cells: table.columns.map(({ id }) => id), isHead: true };
  for await (const batch of readBatches(table)) {
    for (const cells of batch) yield { cells };
  }
}

/** `day` (ISO) is when the workbook says it was made: that of the data. */
export function listWorkbookMembers(
  sheets: readonly Sheet[],
  day: string,
  title: string | null = null,
): Member[] {
  const numbered = sheets.map((sheet, index) => ({ ...sheet, id: index + 1 }));
  const part = (name: string, ...pieces: string[]): Member => ({
    name,
    pieces: [DECLARATION, ...pieces],
  });
  return [
    part(
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
      '<Default Extension="xml" ContentType="application/xml"/>',
      `<Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>`,
      `<Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/>`,
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
      ...numbered.map(
        ({ id, chart }) =>
          `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${SPREADSHEET}.worksheet+xml"/>${chart ? toChartTypes(id) : ''}`,
      ),
      '</Types>',
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">`,
      toRelationship(1, `${OFFICE}/relationships/officeDocument`, 'xl/workbook.xml'),
      toRelationship(2, `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
      '</Relationships>',
    ),
    part('docProps/core.xml', toProperties(day, title)),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>`,
      ...numbered.map(
        ({ id, name }) => `<sheet name="${escapeMarkup(name)}" sheetId="${id}" r:id="rId${id}"/>`,
      ),
      '</sheets></workbook>',
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">`,
      ...numbered.map(({ id }) =>
        toRelationship(id, `${OFFICE}/relationships/worksheet`, `worksheets/sheet${id}.xml`),
      ),
      toRelationship(numbered.length + 1, `${OFFICE}/relationships/styles`, 'styles.xml'),
      '</Relationships>',
    ),
    part('xl/styles.xml', STYLES),
    ...numbered.flatMap((sheet) => [
      { name: `xl/worksheets/sheet${sheet.id}.xml`, pieces: writeSheet(sheet) },
      ...(sheet.chart ? listChartParts(sheet.id, sheet.chart, sheet.widths.length) : []),
    ]),
  ];
}

const toChartTypes = (id: number) =>
  `<Override PartName="/xl/drawings/drawing${id}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>` +
  `<Override PartName="/xl/charts/chart${id}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`;

/** The drawing that holds a chart on a sheet, right of its columns, and the way to both. */
function listChartParts(id: number, chart: string, columns: number): Member[] {
  const marker = (name: string, column: number, row: number) =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  const drawing =
    `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor>` +
    `${marker('from', columns + 1, 1)}${marker('to', columns + 13, 27)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">` +
    `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${OFFICE}/relationships" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;
  const relations = (type: string, target: string) =>
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${toRelationship(1, `${OFFICE}/relationships/${type}`, target)}</Relationships>`;
  return [
    {
      name: `xl/worksheets/_rels/sheet${id}.xml.rels`,
      pieces: [relations('drawing', `../drawings/drawing${id}.xml`)],
    },
    { name: `xl/drawings/drawing${id}.xml`, pieces: [DECLARATION + drawing] },
    {
      name: `xl/drawings/_rels/drawing${id}.xml.rels`,
      pieces: [relations('chart', `../charts/chart${id}.xml`)],
    },
    { name: `xl/charts/chart${id}.xml`, pieces: [chart] },
  ];
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

function toRelationship(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;
}

function toProperties(day: string, title: string | null): string {
  const when = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`;
  return (
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    (title === null ? '' : `<dc:title>${escapeMarkup(title)}</dc:title>`) +
    '<dc:creator>AI Hardware Tracker</dc:creator>' +
    `<cp:lastModifiedBy>AI Hardware Tracker</cp:lastModifiedBy>${when('created')}${when('modified')}` +
    '</cp:coreProperties>'
  );
}

/** Places in `cellXfs` below. */
const HEAD = 1;
const DAY = 2;

// Fills and borders must be there, the first two fills as they are, or Excel repairs the file.
const STYLES =
  `<styleSheet xmlns="${MAIN}">` +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  '</styleSheet>';

async function* writeSheet({
  widths,
  types,
  frozen,
  rows,
  isFiltered,
  chart,
}: Sheet): AsyncGenerator<string> {
  yield `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>` +
    '</sheetView></sheetViews><cols>' +
    widths
      .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
      .join('') +
    '</cols><sheetData>';
  const columns: ColumnWriter[] = [];
  let number = 0;
  let piece = '';
  for await (const { cells, isHead = false } of rows) {
    number += 1;
    piece += `<row r="${number}">`;
    for (let at = 0; at < cells.length; at += 1) {
      const value = cells[at] ?? null;
      if (value === null) continue;
      const column = columns[at] ?? toColumnWriter(at, types?.[at]);
      columns[at] = column;
      piece += column.start + number + (isHead ? toTextCell(value, HEAD) : column.toCell(value));
    }
    piece += '</row>';
    if (piece.length > PIECE) {
      yield piece;
      piece = '';
    }
  }
  const filter = isFiltered
    ? `<autoFilter ref="A1:${toLetters(Math.max(0, widths.length - 1))}${Math.max(1, number)}"/>`
    : '';
  yield `${piece}</sheetData>${filter}${chart ? '<drawing r:id="rId1"/>' : ''}</worksheet>`;
}

/** Characters handed to the archive at once: far fewer cost calls, far more cost memory. */
const PIECE = 64 * 1024;

interface ColumnWriter {
  /** A cell up to the number of its row. */
  readonly start: string;
  /** What follows behind that number. */
  readonly toCell: (value: string | number) => string;
}

function toColumnWriter(at: number, type: TableColumn['type'] = 'text'): ColumnWriter {
  return {
    start: `<c r="${toLetters(at)}`,
    toCell: (value) => {
      if (typeof value === 'number') return `"><v>${value}</v></c>`;
      if (type === 'day') return `" s="${DAY}"><v>${toSerial(value)}</v></c>`;
      if (type === 'yes-no') return `" t="b"><v>${value === 'yes' ? 1 : 0}</v></c>`;
      return toTextCell(value);
    },
  };
}

function toTextCell(value: string | number, style?: number): string {
  if (typeof value === 'number') return `"><v>${value}</v></c>`;
  const styled = style === undefined ? '' : `" s="${style}`;
  // Most texts have nothing to escape, and no spaces that Excel would cut off.
  return IS_PLAIN.test(value)
    ? `${styled}" t="inlineStr"><is><t>${value}</t></is></c>`
    : `${styled}" t="inlineStr"><is><t xml:space="preserve">${escapeText(value)}</t></is></c>`;
}

const IS_PLAIN = /^[\p{L}\p{N}.,:;/()+%$-]+( [\p{L}\p{N}.,:;/()+%$-]+)*$/u;

/** 0 → A, 26 → AA. */
function toLetters(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : toLetters(Math.floor(at / 26) - 1) + letter;
}

/**
 * Days since 30 December 1899. That counts a 29 February 1900 which never was, as
 * Excel does; ours are all later.
 */
function toSerial(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

/**
 * Excel reads `_x0041_` as a character by its number, so an underscore before one is
 * written that way itself. What XML cannot hold is left out.
 */
function escapeText(text: string): string {
  return escapeMarkup(text.replaceAll(NOT_IN_XML, '').replaceAll(CHARACTER_NUMBER, '_x005F_'));
}

const NOT_IN_XML = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;
const CHARACTER_NUMBER = /_(?=x[0-9A-Fa-f]{4}_)/g;

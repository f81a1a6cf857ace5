/**
 * SpreadsheetML (ECMA-376): the few parts of an Excel workbook that a table needs,
 * written row by row. Text stands in its cell, not in a table of shared texts, which
 * would have to be held until the end.
 */
import type { CellValue } from '@/data/contract';
import { type Member, writeArchive } from './archive';

export interface Sheet {
  readonly name: string;
  /** Widths of the columns in characters. */
  readonly widths: readonly number[];
  /** In batches. The first row stays in sight while the others are scrolled. */
  readonly rows: AsyncIterable<readonly SheetRow[]> | Iterable<readonly SheetRow[]>;
}

export interface SheetRow {
  readonly cells: readonly (CellValue | Date)[];
  readonly bold?: boolean;
}

export interface WorkbookOptions {
  readonly author: string;
  /** ISO; the same sheets of the same day give the same bytes. */
  readonly day: string;
}

export function writeWorkbook(
  sheets: readonly Sheet[],
  { author, day }: WorkbookOptions,
): AsyncGenerator<Uint8Array> {
  const part = (name: string, text: string): Member => ({ name, pieces: [DECLARATION + text] });
  return writeArchive(
    [
      part('[Content_Types].xml', toContentTypes(sheets)),
      part('_rels/.rels', PACKAGE_RELATIONS),
      part('docProps/core.xml', toCoreProperties(author, day)),
      part('xl/workbook.xml', toWorkbook(sheets)),
      part('xl/_rels/workbook.xml.rels', toWorkbookRelations(sheets)),
      part('xl/styles.xml', STYLES),
      ...sheets.map((sheet, index) => ({
        name: `xl/${toPath(index)}`,
        pieces: writeSheet(sheet, index === 0),
      })),
    ],
    day,
  );
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org';
const MAIN = `${OFFICE}/spreadsheetml/2006/main`;
const RELATION = `${OFFICE}/officeDocument/2006/relationships`;
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const toPath = (index: number): string => `worksheets/sheet${index + 1}.xml`;

async function* writeSheet({ widths, rows }: Sheet, isShown: boolean): AsyncGenerator<string> {
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView${isShown ? ' tabSelected="1"' : ''} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
  const letters = widths.map((_, index) => toLetters(index));
  let line = 0;
  for await (const batch of rows) {
    let text = '';
    for (const row of batch) {
      line += 1;
      if (line > MOST_ROWS) throw new Error(`A sheet of Excel ends at row ${MOST_ROWS}.`);
      text += toRow(row, line, letters);
    }
    yield text;
  }
  yield '</sheetData></worksheet>';
}

const MOST_ROWS = 1_048_576;

function toRow(
  { cells, bold = false }: SheetRow,
  line: number,
  letters: readonly string[],
): string {
  let text = `<row r="${line}">`;
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index];
    if (cell === null || cell === undefined) continue;
    const place = `<c r="${letters[index]}${line}"`;
    if (typeof cell === 'number') text += `${place}><v>${cell}</v></c>`;
    else if (cell instanceof Date) text += `${place} s="2"><v>${toSerial(cell)}</v></c>`;
    else
      text += `${place}${bold ? ' s="1"' : ''} t="inlineStr"><is><t xml:space="preserve">${escapeText(cell)}</t></is></c>`;
  }
  return `${text}</row>`;
}

/** Excel's days are counted from here; right from March 1900 on. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const toSerial = (day: Date): number => (day.getTime() - DAY_ZERO) / 86_400_000;

/** A, B, … Z, AA, AB, … */
function toLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : toLetters(Math.floor(index / 26) - 1) + last;
}

// Excel refuses a workbook with a longer cell.
const LONGEST_TEXT = 32_767;
const SPECIAL = /[&<>\r\p{Cc}\ufffe\uffff]/u;

function escapeText(text: string): string {
  const cut = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text;
  if (!SPECIAL.test(cut)) return cut;
  return (
    cut
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll(/\r\n?/g, '\n')
      // XML has no place for these, not even escaped.
      .replaceAll(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, ' ')
  );
}

function toContentTypes(sheets: readonly Sheet[]): string {
  const overrides = [
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/xl/workbook.xml', `${SHEET_TYPE}.sheet.main+xml`],
    ['/xl/styles.xml', `${SHEET_TYPE}.styles+xml`],
    ...sheets.map((_, index) => [`/xl/${toPath(index)}`, `${SHEET_TYPE}.worksheet+xml`]),
  ].map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`);
  return `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

const toRelations = (relations: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${OFFICE}/package/2006/relationships">${relations
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

const PACKAGE_RELATIONS = toRelations([
  [`${RELATION}/officeDocument`, 'xl/workbook.xml'],
  [`${OFFICE}/package/2006/relationships/metadata/core-properties`, 'docProps/core.xml'],
]);

function toWorkbookRelations(sheets: readonly Sheet[]): string {
  return toRelations([
    ...sheets.map((_, index) => [`${RELATION}/worksheet`, toPath(index)] as const),
    [`${RELATION}/styles`, 'styles.xml'],
  ]);
}

function toWorkbook(sheets: readonly Sheet[]): string {
  const listed = sheets.map(
    ({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets></workbook>`;
}

function toCoreProperties(author: string, day: string): string {
  return `<cp:coreProperties xmlns:cp="${OFFICE}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>${escapeText(author)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:created></cp:coreProperties>`;
}

/** 0: as it is; 1: bold; 2: a day. Two fills, because Excel takes the first two for its own. */
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

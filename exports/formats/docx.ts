/** Charts as a text with native charts, their tables and their sources. */

import type { ChartTable } from '@/charts/model';
import type { FigureKind } from '@/units/figure-kind';
import { MISSING } from '@/units/format-value';
import { figureWords, isNumeric, type LoadedTable, showRows } from '@/units/table';
import { escapeMarkup } from '@/units/xml-text';
import { toCitation } from '../citation';
import { type DeckWords, listNoteLines, SOURCES_TITLE, toDeckWords } from '../deck-words';
import type { Render, RenderDeck } from '../format';
import { DRAWING, OFFICE } from '../office/chart-part';
import { buildOfficeFigure, listWords, type OfficeFigure } from '../office/figure';
import { listOfficeMembers, type OfficeDeck, type Relation, writeOffice } from '../office/package';
import { getFirstPicture, type NotedPublication, type Publication } from '../publication';
import { toSiteOrigin } from '../site';
import type { Member } from './pack';

export const renderDocx: Render = async (publication) => ({
  body: await writeOffice(listMembers, [{ publication, note: '' }], getFirstPicture(publication)),
});

export const renderDocxDeck: RenderDeck = async ({ charts, ...deck }) =>
  writeOffice(listMembers, charts, deck);

/** A text (ISO/IEC 29500-1, 17): a heading, the picture, its figures as a table, the sources. */

const WORDS = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PLACE = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';
const PICTURE = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** Between the margins of a page of A4 and of Letter: 6.3 inches. */
const WIDTH = 5_760_000;
const MOST_HEIGHT = 6_400_000;
/** A text is read; whoever wants a thousand rows takes the workbook. */
const MOST_ROWS = 60;

/** A section for each; with an address of the deck also its title, contents and sources. */
async function listMembers(
  charts: readonly NotedPublication[],
  { title, address }: OfficeDeck,
  day: string,
): Promise<Member[]> {
  const figures: OfficeFigure[] = [];
  for (const [at, { publication }] of charts.entries()) {
    figures.push(await buildOfficeFigure(publication, { folder: 'word', up: '', number: at + 1 }));
  }
  const words = address ? toDeckWords({ title, charts }) : null;
  const toLink = (id: string, target: string): Relation => ({
    ...{ id, target, type: 'hyperlink', isExternal: true },
  });
  const relations: Relation[] = [
    { id: 'styles', type: 'styles', target: 'styles.xml' },
    ...charts.map(({ publication }, at) =>
      toLink(`page${at + 1}`, `${toSiteOrigin()}${publication.href}`),
    ),
    ...figures.flatMap(({ relations }) => relations),
    ...(address ? [toLink('deck', address)] : []),
    ...(words?.documents.flatMap(({ url }, at) => (url ? [toLink(`document${at}`, url)] : [])) ??
      []),
  ];
  const sections = figures.map((figure, at) =>
    writeSection(charts[at]!, figure, { number: at + 1, isOfDeck: words !== null }),
  );
  const body = [
    words ? writeFront(words, address ?? '') : '',
    ...sections,
    words ? writeSources(words) : '',
  ];
  return listOfficeMembers({
    main: 'word/document.xml',
    title,
    description: charts.map(({ publication }) => toCitation(publication)).join(' '),
    day,
    parts: [
      {
        path: 'word/document.xml',
        type: `${TYPE}.document.main+xml`,
        content: `<w:document xmlns:w="${WORDS}" xmlns:r="${OFFICE}" xmlns:wp="${PLACE}" xmlns:a="${DRAWING}"><w:body>${body.join('')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1200" w:right="1400" w:bottom="1200" w:left="1400" w:header="700" w:footer="700" w:gutter="0"/></w:sectPr></w:body></w:document>`,
        relations,
      },
      { path: 'word/styles.xml', type: `${TYPE}.styles+xml`, content: STYLES },
      ...figures.flatMap(({ parts }) => parts),
    ],
  });
}

/** Title and contents, whose lines lead to the charts. */
const writeFront = ({ title, about, contents }: DeckWords, address: string): string =>
  paragraph(title, 'Title') +
  paragraph(about, 'Measure') +
  linked(address, 'Source', 'r:id="deck"') +
  paragraph('Contents', 'Part') +
  contents
    .map(({ title: finding }, at) =>
      linked(`${at + 1}. ${finding}`, 'Entry', `w:anchor="chart${at + 1}"`),
    )
    .join('');

const writeSources = ({ origins, license, documents }: DeckWords): string =>
  heading(SOURCES_TITLE, { isOnNewPage: true }) +
  paragraph(origins) +
  paragraph(license) +
  documents
    .map(({ words, url }, at) =>
      url ? linked(words, 'Source', `r:id="document${at}"`) : paragraph(words, 'Source'),
    )
    .join('');

function writeSection(
  chart: NotedPublication,
  figure: OfficeFigure,
  { number, isOfDeck }: { readonly number: number; readonly isOfDeck: boolean },
): string {
  const { publication } = chart;
  return (
    heading(figure.title, { number, isOnNewPage: isOfDeck }) +
    paragraph(figure.measure, 'Measure') +
    listNoteLines(chart)
      .map((line) => paragraph(line, 'Note'))
      .join('') +
    writeFigure(figure, number) +
    linked(figure.source, 'Source', `r:id="page${number}"`) +
    figure.remarks.map((line) => paragraph(line)).join('') +
    (figure.reason ? paragraph(figure.reason, 'Source') : '') +
    writeTable(publication) +
    // A deck lists its documents once, at its end.
    listWords(publication, isOfDeck ? { documents: [] } : {})
      .filter((line) => !figure.remarks.includes(line))
      .map((line) => paragraph(line, 'Source'))
      .join('')
  );
}

const run = (text: string, isBold = false) =>
  `<w:r>${isBold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escapeMarkup(text)}</w:t></w:r>`;

const paragraph = (text: string, style?: string) =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${run(text)}</w:p>`;

/** With a number it is what the contents lead to. */
function heading(
  text: string,
  { number, isOnNewPage = false }: { readonly number?: number; readonly isOnNewPage?: boolean },
): string {
  const mark = number === undefined ? '' : `w:id="${number}"`;
  return (
    `<w:p><w:pPr><w:pStyle w:val="Heading1"/>${isOnNewPage ? '<w:pageBreakBefore/>' : ''}</w:pPr>` +
    `${mark && `<w:bookmarkStart ${mark} w:name="chart${number}"/>`}${run(text)}${mark && `<w:bookmarkEnd ${mark}/>`}</w:p>`
  );
}

/** `to` is a relationship, or an anchor of the same file. */
const linked = (text: string, style: string, to: string) =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:hyperlink ${to}>${run(text)}</w:hyperlink></w:p>`;

/** The heading stays with its picture on one page. */
function writeFigure({ alternative, reason, ratio }: OfficeFigure, number: number): string {
  const cy = Math.min(MOST_HEIGHT, Math.round(WIDTH / ratio));
  const cx = Math.round(cy * ratio);
  const graphic =
    reason === null
      ? `<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="chart${number}"/></a:graphicData>`
      : `<a:graphicData uri="${PICTURE}"><pic:pic xmlns:pic="${PICTURE}"><pic:nvPicPr><pic:cNvPr id="${number}" name="Chart ${number}"/><pic:cNvPicPr/></pic:nvPicPr>` +
        `<pic:blipFill><a:blip r:embed="png${number}"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="svg${number}"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
        `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>`;
  return (
    `<w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/>` +
    `<wp:docPr id="${number}" name="Chart ${number}" descr="${escapeMarkup(alternative)}"/><wp:cNvGraphicFramePr/><a:graphic>${graphic}</a:graphic></wp:inline></w:drawing></w:r></w:p>`
  );
}

/** As a page shows it: names, units, and figures as people read them, as many as a page is wide. */
function writeTable({ table }: Publication): string {
  const { columns, rows } = 'page' in table ? (table as ChartTable).page : (table as LoadedTable);
  if (typeof rows === 'function') return '';
  const all = showRows({ columns, rows: rows.slice(0, MOST_ROWS) }).map((cells) =>
    cells.map(({ text, kind }) => toWords(text, kind)),
  );
  const shown = chooseColumns(
    columns.map(({ label }, at) => ({ label, texts: all.map((cells) => cells[at] ?? '') })),
  );
  const widths = new Map(shown.map(({ at, width }) => [at, width]));
  const cell = (text: string, at: number, isHead = false) =>
    `<w:tc><w:tcPr><w:tcW w:w="${toTwips(widths.get(at) ?? 0)}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Cell"/>${isNumeric(columns[at]!) ? '<w:jc w:val="right"/>' : ''}</w:pPr>${run(text, isHead)}</w:p></w:tc>`;
  const line = (texts: readonly string[], isHead = false) =>
    `<w:tr>${isHead ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${shown.map(({ at }) => cell(texts[at] ?? '', at, isHead)).join('')}</w:tr>`;
  const left = [
    ...(rows.length > all.length ? [`${rows.length - all.length} more rows`] : []),
    ...(columns.length > shown.length ? [`${columns.length - shown.length} more columns`] : []),
  ];
  return (
    '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders><w:bottom w:val="single" w:sz="4" w:color="BBBBBB"/><w:insideH w:val="single" w:sz="4" w:color="DDDDDD"/></w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>' +
    `<w:tblGrid>${shown.map(({ width }) => `<w:gridCol w:w="${toTwips(width)}"/>`).join('')}</w:tblGrid>` +
    line(
      columns.map(({ label }) => label),
      true,
    ) +
    all.map((texts) => line(texts)).join('') +
    '</w:tbl>' +
    (left.length > 0
      ? paragraph(`${left.join(' and ')} are in its workbook and CSV.`, 'Source')
      : '')
  );
}

/** Characters of a cell's type between the margins, and of one column at the least and the most. */
const TABLE_WIDTH = 94;
const NARROWEST = 8;
const WIDEST = 28;

/** The first that fit, with their widths in characters; long lists are for the workbook. */
function chooseColumns(columns: readonly { label: string; texts: readonly string[] }[]) {
  let room = TABLE_WIDTH;
  return columns.flatMap(({ label, texts }, at) => {
    const longest = Math.max(...texts.map(({ length }) => length));
    const word = Math.max(...label.split(' ').map(({ length }) => length));
    const width = Math.min(WIDEST, Math.max(NARROWEST, longest, word) + 2);
    if (width > room || longest > 2 * WIDEST) return [];
    room -= width;
    return [{ at, width }];
  });
}

/** Twentieths of a point. */
const toTwips = (characters: number): number => Math.round((9070 / TABLE_WIDTH) * characters);

/** How a figure came about is said of it, where it was not simply measured. */
function toWords(text: string, kind: FigureKind | undefined): string {
  const word = kind && figureWords[kind];
  return word && text !== MISSING ? `${text} ${word}` : text;
}

const style = (id: string, name: string, run: string, paragraph = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
const size = (points: number) => `<w:sz w:val="${points * 2}"/>`;

const STYLES =
  `<w:styles xmlns:w="${WORDS}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>${size(11)}<w:lang w:val="en-US"/></w:rPr></w:rPrDefault>` +
  '<w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
  style('Title', 'Title', `<w:b/>${size(24)}`) +
  style(
    'Heading1',
    'heading 1',
    `<w:b/>${size(17)}`,
    '<w:keepNext/><w:spacing w:before="360" w:after="60"/><w:outlineLvl w:val="0"/>',
  ) +
  style(
    'Part',
    'Part',
    `<w:b/>${size(13)}`,
    '<w:keepNext/><w:spacing w:before="360" w:after="60"/>',
  ) +
  style('Entry', 'Entry', `<w:color w:val="1D4ED8"/>${size(11)}`, '<w:spacing w:after="60"/>') +
  style('Note', 'Note', `<w:i/>${size(11)}`, '<w:ind w:left="280"/>') +
  style('Measure', 'Measure', `<w:color w:val="555555"/>${size(10)}`, '<w:keepNext/>') +
  style('Source', 'Source', `<w:color w:val="555555"/>${size(8.5)}`, '<w:spacing w:after="60"/>') +
  style('Cell', 'Cell', size(8.5), '<w:spacing w:before="30" w:after="30"/>') +
  '</w:styles>';

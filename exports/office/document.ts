/** A text (ISO/IEC 29500-1, 17): a heading, the picture, its figures as a table, the sources. */
import type { ChartTable } from '@/charts/model';
import type { FigureKind } from '@/units/figure-kind';
import { MISSING } from '@/units/format-value';
import { figureWords, isNumeric, type LoadedTable, showRows } from '@/units/table';
import { escapeMarkup } from '@/units/xml-text';
import { toCitation } from '../citation';
import { type Member, writeArchive } from '../formats/archive';
import type { Publication } from '../publication';
import { toSiteOrigin } from '../site';
import { DRAWING, OFFICE } from './chart-part';
import { buildOfficeFigure, listWords, type NotedPublication, type OfficeFigure } from './figure';
import { listOfficeMembers, type Relation } from './package';

const WORDS = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PLACE = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';
const PICTURE = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** Between the margins of a page of A4 and of Letter: 6.3 inches. */
const WIDTH = 5_760_000;
const MOST_HEIGHT = 6_400_000;
/** A text is read; whoever wants a thousand rows takes the workbook. */
const MOST_ROWS = 60;

export async function writeDocument(
  sections: readonly NotedPublication[],
  { title }: { readonly title: string },
): Promise<AsyncIterable<Uint8Array>> {
  const [first] = sections;
  if (!first) throw new Error('A document needs a section.');
  const day = first.publication.snapshot.collected_on;
  return writeArchive(await listMembers(sections, title, day), day);
}

async function listMembers(
  sections: readonly NotedPublication[],
  title: string,
  day: string,
): Promise<Member[]> {
  const figures = await Promise.all(
    sections.map(({ publication }, at) =>
      buildOfficeFigure(publication, { folder: 'word', up: '', number: at + 1 }),
    ),
  );
  const relations: Relation[] = [
    { id: 'styles', type: 'styles', target: 'styles.xml' },
    ...sections.map(({ publication }, at) => ({
      ...{ id: `page${at + 1}`, type: 'hyperlink', isExternal: true },
      target: `${toSiteOrigin()}${publication.href}`,
    })),
    ...figures.flatMap(({ relations }) => relations),
  ];
  const body = sections.map((section, at) => writeSection(section, figures[at]!, at + 1)).join('');
  const heading = sections.length > 1 ? paragraph(title, 'Title') : '';
  return listOfficeMembers({
    main: 'word/document.xml',
    title,
    description: sections.map(({ publication }) => toCitation(publication)).join(' '),
    day,
    parts: [
      {
        path: 'word/document.xml',
        type: `${TYPE}.document.main+xml`,
        content: `<w:document xmlns:w="${WORDS}" xmlns:r="${OFFICE}" xmlns:wp="${PLACE}" xmlns:a="${DRAWING}"><w:body>${heading}${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1200" w:right="1400" w:bottom="1200" w:left="1400" w:header="700" w:footer="700" w:gutter="0"/></w:sectPr></w:body></w:document>`,
        relations,
      },
      { path: 'word/styles.xml', type: `${TYPE}.styles+xml`, content: STYLES },
      ...figures.flatMap(({ parts }) => parts),
    ],
  });
}

function writeSection(
  { publication, notes }: NotedPublication,
  figure: OfficeFigure,
  number: number,
): string {
  return (
    paragraph(figure.title, 'Heading1') +
    paragraph(figure.measure, 'Measure') +
    notes
      .split('\n')
      .filter(Boolean)
      .map((line) => paragraph(line))
      .join('') +
    writeFigure(figure, number) +
    `<w:p><w:pPr><w:pStyle w:val="Source"/></w:pPr><w:hyperlink r:id="page${number}">${run(figure.source)}</w:hyperlink></w:p>` +
    figure.remarks.map((line) => paragraph(line)).join('') +
    (figure.reason ? paragraph(figure.reason, 'Source') : '') +
    writeTable(publication) +
    listWords(publication)
      .filter((line) => !figure.remarks.includes(line))
      .map((line) => paragraph(line, 'Source'))
      .join('')
  );
}

const run = (text: string, isBold = false) =>
  `<w:r>${isBold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escapeMarkup(text)}</w:t></w:r>`;

const paragraph = (text: string, style?: string) =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${run(text)}</w:p>`;

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

/** As a page shows it: names, units, and figures as people read them. */
function writeTable({ table }: Publication): string {
  const { columns, rows } = 'page' in table ? (table as ChartTable).page : (table as LoadedTable);
  if (typeof rows === 'function') return '';
  const cell = (text: string, isNumber: boolean, isHead = false) =>
    `<w:tc><w:p><w:pPr><w:pStyle w:val="Cell"/>${isNumber ? '<w:jc w:val="right"/>' : ''}</w:pPr>${run(text, isHead)}</w:p></w:tc>`;
  const line = (cells: readonly string[], isHead = false) =>
    `<w:tr>${isHead ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells.join('')}</w:tr>`;
  const shown = showRows({ columns, rows: rows.slice(0, MOST_ROWS) });
  const more = rows.length - shown.length;
  return (
    '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders><w:bottom w:val="single" w:sz="4" w:color="BBBBBB"/><w:insideH w:val="single" w:sz="4" w:color="DDDDDD"/></w:tblBorders></w:tblPr>' +
    `<w:tblGrid>${columns.map(() => '<w:gridCol/>').join('')}</w:tblGrid>` +
    line(
      columns.map((one) => cell(one.label, isNumeric(one), true)),
      true,
    ) +
    shown
      .map((cells) =>
        line(cells.map(({ text, kind }, at) => cell(toWords(text, kind), isNumeric(columns[at]!)))),
      )
      .join('') +
    '</w:tbl>' +
    (more > 0 ? paragraph(`${more} more rows are in its workbook and CSV.`, 'Source') : '')
  );
}

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
  style('Measure', 'Measure', `<w:color w:val="555555"/>${size(10)}`, '<w:keepNext/>') +
  style('Source', 'Source', `<w:color w:val="555555"/>${size(8.5)}`, '<w:spacing w:after="60"/>') +
  style('Cell', 'Cell', size(8.5), '<w:spacing w:before="30" w:after="30"/>') +
  '</w:styles>';

/**
 * The formats in which charts, datasets and calculators leave the tracker. A new one is its
 * entry here and the file in `formats/` that writes it, which is loaded when somebody asks
 * for it: pages read the entries alone.
 */
import { day, oneOption, type Parameters } from '@/address/parameters';
import { ACCESSED } from './access';
import { toBibTex, toCitation, toCslJson, toRis } from './citation';
import type { ExportFormat, ExportValues, Render } from './format';
import { CROISSANT, DESCRIPTION_OF_CSV } from './links';
import { MOST_PIXELS, sizeParameters } from './picture/size';
import type { Publication } from './publication';

const DRAWN: readonly ExportFormat['kind'][] = ['picture', 'document'];

const pictureParameters = {
  ...sizeParameters,
  theme: oneOption({
    label: 'Theme',
    meaning: 'Colors for a light or a dark surrounding.',
    values: { light: 'Light', dark: 'Dark' },
    fallback: 'light',
  }),
  background: oneOption({
    label: 'Background',
    meaning: 'What is behind the drawing; white goes with the light theme only.',
    values: { solid: 'Solid', white: 'White', transparent: 'Transparent' },
    fallback: 'solid',
  }),
  frame: oneOption({
    label: 'Frame',
    meaning: 'Title, notes and sources around the drawing, or the bare drawing.',
    values: { publication: 'With title and sources', none: 'The bare drawing' },
    fallback: 'publication',
  }),
} as const satisfies Parameters;

const textParameter = oneOption({
  label: 'Text',
  meaning:
    'Words as text with the letters of Inter that they use, which browsers honor; as outlines, the same in every program and in print; or as plain text, a small file to edit.',
  values: {
    embedded: 'Text with its font',
    outlines: 'Outlines, for print and office programs',
    plain: 'Plain text, to edit',
  },
  fallback: 'embedded',
  earlier: { text: 'plain' },
});

const densityParameter = oneOption({
  label: 'Density',
  meaning: `Pixels per pixel of the size, for sharp screens; ${MOST_PIXELS / 1e6} million pixels at most.`,
  values: { '1': '1×', '2': '2×', '3': '3×' },
  fallback: '1',
});

const spreadsheetParameter = oneOption({
  label: 'For',
  meaning:
    'Exact values for programs, or the same safe to open in a spreadsheet: with a byte order mark, and with an apostrophe before texts that it would run as formulas. Spreadsheets set to decimal commas want semicolons between cells: `european-spreadsheet`.',
  values: {
    programs: 'Programs',
    spreadsheet: 'Spreadsheets',
    'european-spreadsheet': 'Spreadsheets with decimal commas',
  },
  fallback: 'programs',
});

const accessedParameter = day('The day on which the figures were seen; without it, none is named.');

const entries: readonly (Omit<ExportFormat, 'appliesTo' | 'parameters'> & Partial<ExportFormat>)[] =
  [
    {
      extension: 'png',
      name: 'PNG',
      mediaType: 'image/png',
      purpose: 'Image for slides, documents and posts',
      kind: 'picture',
      isShown: true,
      parameters: { ...pictureParameters, density: densityParameter },
      render: onDemand(async () => (await import('./formats/png')).renderPng),
    },
    {
      extension: 'svg',
      name: 'SVG',
      mediaType: 'image/svg+xml',
      purpose: 'Image to edit or to print at any size',
      kind: 'picture',
      isShown: true,
      parameters: { ...pictureParameters, text: textParameter },
      render: onDemand(async () => (await import('./formats/svg')).renderSvg),
    },
    {
      extension: 'pdf',
      name: 'PDF',
      mediaType: 'application/pdf',
      purpose: 'Page for print, with text that can be searched',
      kind: 'picture',
      isShown: true,
      parameters: pictureParameters,
      render: onDemand(async () => (await import('./formats/pdf')).renderPdf),
      deck: {
        purpose: 'A page for each chart, with contents and sources',
        render: async (deck) => (await import('./formats/pdf-deck')).renderPdfDeck(deck),
      },
    },
    {
      extension: 'pptx',
      name: 'PowerPoint',
      mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      purpose: 'Slide with a chart to be edited, its figures and its sources',
      kind: 'document',
      render: onDemand(async () => (await import('./formats/pptx')).renderPptx),
      deck: {
        purpose: 'A slide for each chart, to edit, with notes and sources',
        render: async (deck) => (await import('./formats/pptx')).renderPptxDeck(deck),
      },
    },
    {
      extension: 'docx',
      name: 'Word',
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      purpose: 'Text with a chart to be edited, a table and the sources',
      kind: 'document',
      render: onDemand(async () => (await import('./formats/docx')).renderDocx),
      deck: {
        purpose: 'Charts to edit, with tables, notes and sources',
        render: async (deck) => (await import('./formats/docx')).renderDocxDeck(deck),
      },
    },
    {
      extension: 'csv',
      name: 'CSV',
      mediaType: 'text/csv; charset=utf-8',
      purpose: 'Rows for any program',
      kind: 'data',
      comesInPages: true,
      parameters: { for: spreadsheetParameter },
      variants: [
        {
          name: 'CSV without formulas',
          purpose: 'For spreadsheets',
          values: { for: 'spreadsheet' },
        },
        {
          name: 'CSV with semicolons',
          purpose: 'For spreadsheets set to decimal commas, as in most of Europe',
          values: { for: 'european-spreadsheet' },
        },
      ],
      render: onDemand(async () => (await import('./formats/csv')).renderCsv),
    },
    {
      extension: 'xlsx',
      name: 'Excel',
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      purpose: 'Workbook with the figures, definitions and sources',
      kind: 'data',
      // Those of a sheet, without the one that names the columns.
      mostRows: 2 ** 20 - 1,
      render: onDemand(async () => (await import('./formats/xlsx')).renderXlsx),
    },
    {
      extension: 'json',
      name: 'JSON',
      mediaType: 'application/json',
      purpose: 'Rows with units, sources and license, for programs',
      kind: 'data',
      isShown: true,
      comesInPages: true,
      schema: 'Table',
      render: onDemand(async () => (await import('./formats/json')).renderJson),
    },
    {
      extension: 'ndjson',
      name: 'NDJSON',
      mediaType: 'application/x-ndjson',
      purpose: 'One JSON object a line, for pipelines',
      kind: 'data',
      comesInPages: true,
      render: onDemand(async () => (await import('./formats/json')).renderNdjson),
    },
    {
      extension: 'parquet',
      name: 'Parquet',
      mediaType: 'application/vnd.apache.parquet',
      purpose: 'Typed columns, for DuckDB, pandas and Arrow',
      kind: 'data',
      render: onDemand(async () => (await import('./formats/parquet')).renderParquet),
    },
    {
      extension: 'zip',
      name: 'ZIP',
      mediaType: 'application/zip',
      purpose: 'Everything: figures, definitions, sources and the image',
      kind: 'bundle',
      render: onDemand(async () => (await import('./formats/zip')).renderZip),
      deck: {
        purpose: 'Figures and images of each chart',
        render: async (deck) => (await import('./formats/zip')).renderZipDeck(deck),
      },
    },
    {
      extension: 'txt',
      name: 'Citation',
      mediaType: 'text/plain; charset=utf-8',
      purpose: 'One sentence for a footnote',
      ...citeAs((publication, accessed) => `${toCitation(publication, accessed)}\n`),
    },
    {
      extension: 'bib',
      name: 'BibTeX',
      mediaType: 'application/x-bibtex; charset=utf-8',
      purpose: 'Citation with all sources, for LaTeX and Zotero',
      ...citeAs(toBibTex),
    },
    {
      extension: 'ris',
      name: 'RIS',
      mediaType: 'application/x-research-info-systems; charset=utf-8',
      purpose: 'Citation with all sources, for EndNote and Mendeley',
      ...citeAs(toRis),
    },
    {
      extension: 'csl',
      name: 'CSL-JSON',
      mediaType: 'application/vnd.citationstyles.csl+json',
      purpose: 'Citation with all sources, for Pandoc and Zotero',
      schema: 'Citations',
      ...citeAs(toCslJson),
    },
    {
      ...DESCRIPTION_OF_CSV,
      name: 'CSV on the Web',
      purpose: 'What the columns of the CSV mean, for programs',
      kind: 'description',
      isShown: true,
      schema: 'CsvMetadata',
      render: onDemand(async () => (await import('./formats/csvw')).renderCsvw),
    },
    {
      extension: CROISSANT.extension,
      mediaType: `application/ld+json; profile="${CROISSANT.profile}"`,
      name: 'Croissant',
      purpose: 'Columns, keys and the hash of the CSV, for machine learning',
      kind: 'description',
      isShown: true,
      appliesTo: ['dataset'],
      schema: 'Croissant',
      render: onDemand(async () => (await import('./formats/croissant')).renderCroissant),
    },
  ];

/** Whatever has figures comes in every format, whatever can be drawn as a picture or document. */
export const formats: readonly ExportFormat[] = entries.map((one) => ({
  appliesTo: DRAWN.includes(one.kind)
    ? ['chart', 'calculator']
    : ['chart', 'dataset', 'calculator'],
  parameters: {},
  ...one,
}));

/** What citations have in common. */
function citeAs(
  write: (publication: Publication, accessed: string | null) => string,
): Pick<ExportFormat, 'kind' | 'parameters' | 'render'> {
  return {
    kind: 'citation',
    parameters: { [ACCESSED]: accessedParameter },
    render: async (publication, values) => ({
      body: write(publication, values[ACCESSED] ?? null),
    }),
  };
}

/** Writes with what is loaded for it: drawing, packing and fonts are nothing a page waits for. */
function onDemand(load: () => Promise<Render>): Render {
  return async (publication, values) => (await load())(publication, values);
}

/** Those that hold a deck of several charts, in the order of the registry. */
export const deckFormats = formats.flatMap(({ deck, extension, name, mediaType, isShown }) =>
  deck ? [{ extension, name, mediaType, isShown, ...deck }] : [],
);

/** The formats for a chart, a dataset or a calculator, in the order of the registry. */
export function listFormats(kind: Publication['kind']): ExportFormat[] {
  return formats.filter(({ appliesTo }) => appliesTo.includes(kind));
}

interface OfferedFile {
  readonly extension: string;
  readonly name: string;
  readonly purpose: string;
  readonly values: ExportValues;
}

/** The files that a menu offers: the formats of these kinds, each followed by its variants. */
export function listOfferedFiles(
  kind: Publication['kind'],
  kinds: readonly ExportFormat['kind'][],
): OfferedFile[] {
  return listFormats(kind)
    .filter((format) => kinds.includes(format.kind))
    .flatMap(({ extension, name, purpose, variants = [] }) =>
      [{ name, purpose, values: {} }, ...variants].map((one) => ({ extension, ...one })),
    );
}

/** A format by its extension; null where there is none for this kind. */
export function getFormat(kind: Publication['kind'], extension: string): ExportFormat | null {
  return listFormats(kind).find((one) => one.extension === extension) ?? null;
}

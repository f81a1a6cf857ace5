/** Where a publication leads: its files, its address to cite, and code that loads it. */
import { withParameters } from '@/address/href';
import type { ExportFormat } from './format';
import { LICENSE } from './metadata';
import type { Publication } from './publication';
import { toSiteOrigin } from './site';

/** The format that says what the columns of the CSV at the same address hold. */
export const DESCRIPTION_OF_CSV = {
  extension: 'csv-metadata.json',
  mediaType: 'application/csvm+json',
} as const;

/** The format that describes a dataset to programs for machine learning. */
export const CROISSANT = {
  extension: 'croissant.json',
  profile: 'http://mlcommons.org/croissant/1.1',
} as const;

/** Path and query of the page with exactly these figures, whatever is published later. */
export function toPermalink({ href, snapshot }: Pick<Publication, 'href' | 'snapshot'>): string {
  return withParameters(href, { snapshot: snapshot.id });
}

/**
 * What the Link header of a download says (RFC 8288): license, address to cite,
 * descriptions. A CSV alone has a description next to it: other formats bring
 * theirs along.
 */
export function listLinks(publication: Publication, { extension }: ExportFormat): string[] {
  const described = toFormatUrl(publication, DESCRIPTION_OF_CSV.extension);
  return [
    `<${LICENSE.address}>; rel="license"`,
    `<${toSiteOrigin()}${toPermalink(publication)}>; rel="cite-as"`,
    `<${toSiteOrigin()}/openapi.json>; rel="service-desc"; type="application/json"`,
    ...(extension === 'csv'
      ? [`<${described}>; rel="describedby"; type="${DESCRIPTION_OF_CSV.mediaType}"`]
      : []),
  ];
}

interface Snippet {
  readonly name: string;
  readonly code: string;
}

/** The address of a publication in another format, whole, for use outside of the site. */
export function toFormatUrl(
  publication: Pick<Publication, 'href'>,
  extension: string,
  more: Readonly<Record<string, string>> = {},
): string {
  return `${toSiteOrigin()}${toFormatHref(publication, extension, more)}`;
}

/** The same within the site; `more` are parameters of the format. */
export function toFormatHref(
  { href }: Pick<Publication, 'href'>,
  extension: string,
  more: Readonly<Record<string, string>> = {},
): string {
  const [path = '', query = ''] = href.split('?');
  const added = new URLSearchParams(more).toString();
  const search = [query, added].filter(Boolean).join('&');
  return `${path}.${extension}${search ? `?${search}` : ''}`;
}

/**
 * Lines of code that load a publication's figures, ready to be pasted. Each reads
 * the live address, so that tomorrow's run has tomorrow's figures.
 */
export function listSnippets(publication: Publication): Snippet[] {
  const csv = toFormatUrl(publication, 'csv');
  const parquet = toFormatUrl(publication, 'parquet');
  const sheet = `${csv}${csv.includes('?') ? '&' : '?'}for=spreadsheet`;
  const days = publication.table.columns.filter(({ type }) => type === 'day');
  const parsed = days.map(({ id }) => `"${id}"`).join(', ');
  const classes = days.map(({ id }) => `${id} = "Date"`).join(', ');
  return [
    {
      name: 'Python (pandas)',
      code: `import pandas as pd\n\ndata = pd.read_csv("${csv}"${parsed && `, parse_dates=[${parsed}]`})`,
    },
    {
      name: 'R',
      // With fileEncoding, R would stop at the first character that its locale lacks.
      code: `data <- read.csv("${csv}", encoding = "UTF-8", na.strings = ""${classes && `, colClasses = c(${classes})`})`,
    },
    {
      name: 'Excel (Power Query)',
      code: `= Table.PromoteHeaders(Csv.Document(Web.Contents("${csv}"), [Delimiter=",", Encoding=65001]))`,
    },
    { name: 'Google Sheets', code: `=IMPORTDATA("${sheet}")` },
    {
      name: 'DuckDB',
      code: `INSTALL httpfs; LOAD httpfs;\nSELECT * FROM read_parquet('${parquet}');`,
    },
    {
      name: 'curl',
      code: `curl --remote-name --remote-header-name --location "${csv}"`,
    },
  ];
}

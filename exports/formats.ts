/** The formats in which charts, datasets and calculators leave the tracker. A new one is one file and one line. */
import type { ExportFormat } from './format';
import { citations } from './formats/citations';
import { csv } from './formats/csv';
import { csvw } from './formats/csvw';
import { json, ndjson } from './formats/json';
import { parquet } from './formats/parquet';
import { pdf } from './formats/pdf';
import { png } from './formats/png';
import { svg } from './formats/svg';
import { xlsx } from './formats/xlsx';
import { zip } from './formats/zip';
import type { Publication } from './publication';

export const formats: readonly ExportFormat[] = [
  png,
  svg,
  pdf,
  csv,
  xlsx,
  json,
  ndjson,
  parquet,
  zip,
  ...citations,
  csvw,
];

/** The formats for a chart, a dataset or a calculator, in the order of the registry. */
export function listFormats(kind: Publication['kind']): ExportFormat[] {
  return formats.filter(({ appliesTo }) => appliesTo.includes(kind));
}

/** A format by its extension; null where there is none for this kind. */
export function getFormat(kind: Publication['kind'], extension: string): ExportFormat | null {
  return listFormats(kind).find((one) => one.extension === extension) ?? null;
}

/** The formats in which charts and datasets leave the tracker. A new one is one file and one line. */
import type { ExportFormat } from './format';
import { csv } from './formats/csv';
import { json, ndjson } from './formats/json';
import { png } from './formats/png';
import { svg } from './formats/svg';
import type { Publication } from './publication';

export const formats: readonly ExportFormat[] = [png, svg, csv, json, ndjson];

/** The formats for a chart or for a dataset, in the order of the registry. */
export function listFormats(kind: Publication['kind']): ExportFormat[] {
  return formats.filter(({ appliesTo }) => appliesTo.includes(kind));
}

/** A format by its extension; null where there is none for this kind. */
export function getFormat(kind: Publication['kind'], extension: string): ExportFormat | null {
  return listFormats(kind).find((one) => one.extension === extension) ?? null;
}

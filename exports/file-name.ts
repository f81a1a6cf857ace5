/** What a file is called: what it holds, which choices of its format it was made with, whose figures. */
import { ACCESSED } from './access';
import type { ExportFormat, ExportValues } from './format';
import type { Publication } from './publication';

type Named = Pick<Publication, 'stem' | 'snapshot'>;

/** `market-share_2009-2025_slide_dark_snapshot-ab12cd@2x.png`; defaults are not named. */
export function toFileName(
  publication: Named,
  { extension, parameters }: ExportFormat,
  values: ExportValues,
): string {
  const words = Object.entries(parameters).flatMap(([name, parameter]): string[] => {
    const value = values[name] ?? '';
    // A day of access changes nothing of what is cited.
    if (value === parameter.read([]).text || name === 'scale' || name === ACCESSED) return [];
    if (/^\d+$/.test(value)) return [`${name}-${value}`];
    return [value === 'none' ? `no-${name}` : value];
  });
  const pixels = values.scale && values.scale !== '1' ? `@${values.scale}x` : '';
  return `${toFolderName({ ...publication, stem: [publication.stem, ...words].join('_') })}${pixels}.${extension}`;
}

/** The same for a folder of several formats. */
export function toFolderName({ stem, snapshot }: Named): string {
  return `${stem}_snapshot-${snapshot.id.slice(0, 6)}`;
}

/**
 * What a format is: an extension, a media type, the parameters it takes and a way
 * to write a publication. Menu, routes, API description, docs and tests read the
 * registry of these in `formats.ts`.
 */
import {
  type ParameterProblem,
  type Parameters,
  type Query,
  readAddress,
} from '@/address/parameters';
import { ACCESSED } from './access';
import type { schemas } from './api/schemas';
import type { Publication } from './publication';

export interface ExportFormat {
  /** Also its name in addresses: `/charts/market-share.svg`. */
  readonly extension: string;
  readonly name: string;
  readonly mediaType: string;
  /** What it is good for, in a few words. */
  readonly purpose: string;
  /** A description is of another file, for programs: its Link header leads there, no menu does. */
  readonly kind: 'picture' | 'document' | 'data' | 'bundle' | 'citation' | 'description';
  readonly appliesTo: readonly Publication['kind'][];
  /** A browser shows it where it is opened; other files it saves. */
  readonly isShown?: true;
  /** Pieces of it are as good as the whole, so that rows can be asked for in pages. */
  readonly comesInPages?: true;
  /** The API's schema of its content; without one the API calls it text. */
  readonly schema?: keyof typeof schemas;
  /** The names are unique across all formats, or mean the same. */
  readonly parameters: Parameters;
  readonly render: Render;
}

/** Resolves with a problem where the parameters ask for what cannot be drawn. */
export type Render = (publication: Publication, values: ExportValues) => Promise<Rendered>;

/** What was asked for, and the defaults, as text; a number or a day that nobody asked for is absent. */
export type ExportValues = Readonly<Record<string, string>>;

type Rendered =
  | { readonly body: Body; readonly problem?: undefined }
  | { readonly problem: ParameterProblem; readonly body?: undefined };

/** A text or file as a whole, or in pieces as they are made. */
export type Body = string | Uint8Array | AsyncIterable<string | Uint8Array>;

/**
 * Reads a format's parameters and gives back the rest of the query. `taken` holds
 * names that also mean something to what is written: `scale=log` is a chart's axis,
 * `scale=2` the picture's pixels, and both may be asked for at once.
 */
export function readFormat(
  { parameters }: ExportFormat,
  query: Query,
  taken: readonly string[] = [],
): { values: ExportValues; rest: Query; problems: readonly ParameterProblem[] } {
  const parted = Object.entries(query).map(([name, found]) => {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    const texts = [found ?? []].flat().filter((text) => text !== '');
    const isOwn = (text: string) =>
      parameter && (!taken.includes(name) || parameter.read([text]).wrong.length === 0);
    return { name, own: texts.filter(isOwn), rest: texts.filter((text) => !isOwn(text)) };
  });
  const own = Object.fromEntries(parted.map(({ name, own }) => [name, own]));
  const rest = parted.flatMap(({ name, rest }) =>
    rest.length === 0 ? [] : [[name, rest.length === 1 ? rest[0]! : rest] as const],
  );
  const { texts, problems } = readAddress(parameters, own);
  return { values: texts, rest: Object.fromEntries(rest), problems };
}

/** What a file is called after, besides the choices of its format. */
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

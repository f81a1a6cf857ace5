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
import type { DeckFile, Publication } from './publication';

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
  /** More rows than that no program opens. */
  readonly mostRows?: number;
  /** The API's schema of its content, where that is JSON; a `Table` has the rows of what it is of. */
  readonly schema?: keyof typeof schemas;
  /** The names are unique across all formats, or mean the same. */
  readonly parameters: Parameters;
  /** The same with other values of its parameters, where menus offer that by a name of its own. */
  readonly variants?: readonly FormatVariant[];
  readonly render: Render;
  /** Where it holds several charts: what it is good for then, and what writes it. */
  readonly deck?: { readonly purpose: string; readonly render: RenderDeck };
}

interface FormatVariant {
  readonly name: string;
  readonly purpose: string;
  readonly values: ExportValues;
}

export type RenderDeck = (deck: DeckFile) => Promise<Body>;

/** Resolves with a problem where the parameters ask for what cannot be drawn. */
export type Render = (publication: Publication, values: ExportValues) => Promise<Rendered>;

/** What was asked for, and the defaults, as text; a number or a day that nobody asked for is absent. */
export type ExportValues = Readonly<Record<string, string>>;

type Rendered =
  | { readonly body: Body; readonly problem?: undefined }
  | { readonly problem: ParameterProblem; readonly body?: undefined };

/** A text or file as a whole, or in pieces as they are made. */
export type Body = string | Uint8Array | AsyncIterable<string | Uint8Array>;

/** Reads a format's parameters and gives back the rest of the query. */
export function readFormat(
  { parameters }: Pick<ExportFormat, 'parameters'>,
  query: Query,
): { values: ExportValues; rest: Query; problems: readonly ParameterProblem[] } {
  const asked = 'density' in parameters ? nameDensity(query) : query;
  const isOwn = ([name]: readonly [string, unknown]) => Object.hasOwn(parameters, name);
  const own = Object.fromEntries(Object.entries(asked).filter(isOwn));
  const rest = Object.entries(asked).filter((entry) => !isOwn(entry));
  const { texts, problems } = readAddress(parameters, own);
  return { values: texts, rest: Object.fromEntries(rest), problems };
}

/** The density of an image was called `scale`, as the axis of some charts is: `scale=log&scale=2`. */
function nameDensity({ scale, ...query }: Query): Query {
  const texts = [scale ?? []].flat();
  const isDensity = (text: string) => /^\d$/.test(text);
  const [density, others] = [texts.filter(isDensity), texts.filter((text) => !isDensity(text))];
  return {
    ...query,
    ...(others.length > 0 && { scale: others }),
    ...(density.length > 0 && { density: [density, query.density ?? []].flat() }),
  };
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
    if (value === parameter.read([]).text || name === 'density' || name === ACCESSED) return [];
    if (/^\d+$/.test(value)) return [`${name}-${value}`];
    return [value === 'none' ? `no-${name}` : value];
  });
  const { density = '1' } = values;
  const pixels = density === '1' ? '' : `@${density}x`;
  return `${toFolderName({ ...publication, stem: [publication.stem, ...words].join('_') })}${pixels}.${extension}`;
}

/** The same for a folder of several formats. */
export function toFolderName({ stem, snapshot }: Named): string {
  return `${stem}_snapshot-${snapshot.id.slice(0, 6)}`;
}

/**
 * What a format is: an extension, a media type, the parameters it takes and a way
 * to write a publication. Menu, routes, API description, docs and tests read the
 * registry of these in `formats.ts`.
 */
import type { schemas } from './api/schemas';
import type { ExportParameter, ExportValues, ParameterProblem } from './parameters';
import type { Publication } from './publication';

/** What has figures, and what of that can be drawn: the two answers to `appliesTo`. */
export const WITH_FIGURES: readonly Publication['kind'][] = ['chart', 'dataset', 'calculator'];
export const WITH_PICTURES: readonly Publication['kind'][] = ['chart', 'calculator'];

export interface ExportFormat {
  /** Also its name in addresses: `/charts/market-share.svg`. */
  readonly extension: string;
  readonly name: string;
  readonly mediaType: string;
  /** What it is good for, in a few words. */
  readonly purpose: string;
  /** A description is of another file, for programs: its Link header leads there, no menu does. */
  readonly kind: 'picture' | 'data' | 'bundle' | 'citation' | 'description';
  readonly appliesTo: readonly Publication['kind'][];
  /** A browser shows it where it is opened; other files it saves. */
  readonly isShown?: true;
  /** Pieces of it are as good as the whole, so that rows can be asked for in pages. */
  readonly comesInPages?: true;
  /** The API's schema of its content; without one the API calls it text. */
  readonly schema?: keyof typeof schemas;
  /** The names are unique across all formats, or mean the same. */
  readonly parameters: readonly ExportParameter[];
  /** Resolves with a problem where the parameters ask for what cannot be drawn. */
  readonly render: (publication: Publication, values: ExportValues) => Promise<Rendered>;
}

export type Rendered =
  | { readonly body: Body; readonly problem?: undefined }
  | { readonly problem: ParameterProblem; readonly body?: undefined };

/** A text or file as a whole, or in pieces as they are made. */
export type Body = string | Uint8Array | AsyncIterable<string | Uint8Array>;

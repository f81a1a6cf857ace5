/**
 * The parameters of downloads, read strictly: a file with another size, filter or
 * theme than was asked for would be taken for the right one. Pages forgive,
 * downloads explain.
 */
import type { Query } from '@/address/parameters';
import { isDay } from '@/data/parse-cell';

export type ExportParameter = {
  readonly name: string;
  readonly label: string;
  readonly meaning: string;
} & (
  | { readonly values: Readonly<Record<string, string>>; readonly fallback: string }
  | { readonly min: number; readonly max: number }
  | { readonly form: 'day' }
);

/** What was asked for; a number or a day that nobody asked for is absent. */
export type ExportValues = Readonly<Record<string, string>>;

/** One wrong parameter, for whoever wrote the address. */
export interface ParameterProblem {
  readonly parameter: string;
  readonly found: string;
  /** The values on offer, or a sentence where they are too many to list. */
  readonly allowed: readonly string[] | string;
}

/**
 * Reads the declared parameters and gives back the rest of the query. `taken`
 * holds names that also mean something to the chart: `scale=log` is its axis,
 * `scale=2` the picture's pixels, and both may be asked for at once.
 */
export function parseExportParameters(
  parameters: readonly ExportParameter[],
  query: Query,
  taken: readonly string[],
): { values: ExportValues; rest: Query; problems: ParameterProblem[] } {
  const values: Record<string, string> = {};
  const rest: Record<string, string | readonly string[] | undefined> = { ...query };
  const problems: ParameterProblem[] = [];
  for (const parameter of parameters) {
    const { name } = parameter;
    if ('fallback' in parameter) values[name] = parameter.fallback;
    const found = [query[name] ?? []].flat().filter((text) => text !== '');
    const own = taken.includes(name) ? found.filter((text) => isAllowed(parameter, text)) : found;
    const others = found.filter((text) => !own.includes(text));
    rest[name] = others.length === 1 ? others[0] : others.length === 0 ? undefined : others;
    const [wanted, ...more] = own;
    if (wanted === undefined) continue;
    if (more.length === 0 && isAllowed(parameter, wanted)) values[name] = wanted;
    else problems.push({ parameter: name, found: own.join(', '), allowed: listAllowed(parameter) });
  }
  return { values, rest: withoutEmpty(rest), problems };
}

function isAllowed(parameter: ExportParameter, text: string): boolean {
  if ('values' in parameter) return Object.hasOwn(parameter.values, text);
  if ('form' in parameter) return isDay(text);
  return /^\d{1,5}$/.test(text) && Number(text) >= parameter.min && Number(text) <= parameter.max;
}

export function listAllowed(parameter: ExportParameter): readonly string[] | string {
  if ('values' in parameter) return Object.keys(parameter.values);
  if ('form' in parameter) return 'A day as year, month and day: 2026-11-25.';
  return `A whole number from ${parameter.min} to ${parameter.max}.`;
}

/** Forms send what was left open as an empty text. */
function withoutEmpty(query: Query): Query {
  return Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined && value !== ''),
  );
}

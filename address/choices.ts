/**
 * What a view can be asked for by its address. Choices are declared next to the
 * chart; pages, forms, downloads and tests read the declaration.
 */
import type { Orm } from '@/db/orm';
import { type Named, readNames } from './names';
import {
  first,
  once,
  type Parameter,
  type ParameterProblem,
  type Query,
  readAddress,
} from './parameters';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** How much there is of it: "61 quarters"; what lists offers says it behind the label. */
  readonly amount?: string | number;
  /** A heading that gathers options: "Data center & AI". */
  readonly group?: string;
  /** False for what is not offered but may be asked for by an address. */
  readonly isListed?: boolean;
  /** Parameters that do not go with this option; choosing it takes them out of the address. */
  readonly drops?: readonly string[];
}

export type Chosen = Readonly<Record<string, string>>;

export interface Choice {
  readonly label: string;
  /** Whose rows the values are keys of: a wrong one is looked for among all their names. */
  readonly dataset?: string;
  /** What one of its values is, in a sentence; the parameter’s name where absent. */
  readonly kind?: string;
  /**
   * What is on offer, in the order of display, given what was chosen before it in
   * the order of declaration: the chips on offer depend on the list of holders.
   * `wanted` is what the address asks of the choices after it, unchecked, for
   * counts next to the options.
   */
  readonly list: (orm: Orm, chosen: Chosen, wanted: Chosen) => Promise<readonly Option[]>;
  /**
   * Reads a text of the visitor's own, such as words to search for, into the value
   * it stands for; null is none. Values need not be among the options then.
   */
  readonly parse?: (text: string, options: readonly Option[]) => string | null;
  /** Several of the options may be chosen, joined by "~", at most so many. */
  readonly most?: number;
  /** The default, or where it depends on the data how to find it; the first option where it is absent or not on offer. */
  readonly preferred?: string | ((orm: Orm) => Promise<string>);
  /** The choice whose value decides what is on offer here; a new value there resets this one. */
  readonly follows?: string;
  /** Few options become links side by side, many a select. */
  readonly control: 'links' | 'select' | 'search';
  /** Choices of one panel share a form that folds away: "Filters". */
  readonly panel?: string;
}

export type Choices = Readonly<Record<string, Choice>>;

/** A choice among options that are known without asking: value → label, in their order. */
export function choice(label: string, labels: Readonly<Record<string, string>>): Choice {
  return { label, control: 'links', list: async () => toOptions(labels) };
}

/** Options of values with their labels; those that are whole numbers come first. */
export function toOptions(labels: Readonly<Record<string, string>>): Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

/** An option as a list offers it: "H100 (216)". */
export const nameOption = ({ label, amount }: Option): string =>
  amount === undefined ? label : `${label} (${amount})`;

/** The value of a choice that leaves nothing out. */
export const ALL = 'all';

export interface OfferedChoice {
  readonly name: string;
  readonly label: string;
  readonly control: Choice['control'];
  readonly options: readonly Option[];
  readonly value: string;
  readonly fallback: string;
  readonly follows: string | null;
  readonly panel: string | null;
}

export interface ParsedChoices {
  readonly values: Readonly<Record<string, string>>;
  readonly offered: readonly OfferedChoice[];
  readonly corrections: readonly ParameterProblem[];
}

/** Reads the declared choices from a query, each knowing what was chosen before it. */
export async function parseChoices(
  choices: Choices,
  query: Query,
  orm: Orm,
): Promise<ParsedChoices> {
  const corrections: ParameterProblem[] = [];
  const offered: OfferedChoice[] = [];
  const values: Record<string, string> = {};
  const asked = Object.fromEntries(
    Object.keys(choices).map((name) => [name, first(query[name]) ?? '']),
  );
  for (const [name, declared] of Object.entries(choices)) {
    const { label, control, list, parse, most, preferred, follows = null, panel = null } = declared;
    const known = await list(orm, values, asked);
    const preference = typeof preferred === 'function' ? await preferred(orm) : preferred;
    const isOffered = (value: string | undefined) => known.some((one) => one.value === value);
    const listed = known.filter(({ isListed = true }) => isListed);
    const fallback = (isOffered(preference) || parse || most ? preference : listed[0]?.value) ?? '';
    const parameter: Parameter<string> = {
      allowed: known.map(({ value }) => value),
      labels: Object.fromEntries(known.map((one) => [one.value, one.label])),
      ...(declared.kind && { kind: declared.kind }),
      readsEmpty: true,
      read: most
        ? readSome(most, known, fallback)
        : once(
            (text) => {
              if (parse) return parse(text, known) ?? undefined;
              return isOffered(text) ? text : undefined;
            },
            fallback,
            String,
          ),
    };
    const { values: read, problems } = readAddress({ [name]: parameter }, query);
    const value = read[name] ?? fallback;
    corrections.push(...(await addSuggestions(problems, declared, isOffered, orm)));
    values[name] = value;
    const options = known.filter((one) => one.isListed !== false || one.value === value);
    offered.push({ name, label, control, options, value, fallback, follows, panel });
  }
  return { values, offered, corrections };
}

/** Some of the options, each once; what is none of them, or one too many, is reported. */
function readSome(
  most: number,
  known: readonly Option[],
  fallback: string,
): Parameter<string>['read'] {
  const labels = new Map(known.map(({ value, label }) => [value, label]));
  return (texts) => {
    const parts = texts
      .flatMap((text) => text.toLowerCase().split(/[~,]/))
      .map((one) => one.trim());
    const asked = [...new Set(parts)].filter((part) => part !== '');
    const chosen = asked.filter((part) => labels.has(part));
    const [kept, cut] = [chosen.slice(0, most), chosen.slice(most)];
    const text = kept.length > 0 ? kept.join('~') : fallback;
    const wrong = asked.filter((part) => !labels.has(part)).slice(0, most);
    if (wrong.length > 0 || cut.length === 0) return { value: text, text, wrong };
    const said = `Only ${most} fit. Left out: ${cut.map((part) => labels.get(part)).join(', ')}.`;
    return { value: text, text, wrong: [cut.join('~')], said };
  };
}

/** What has a name may be called by another: "NVDA", "open ai". */
async function addSuggestions(
  problems: readonly ParameterProblem[],
  { dataset }: Choice,
  isOffered: (value: string) => boolean,
  orm: Orm,
): Promise<readonly ParameterProblem[]> {
  if (dataset === undefined || problems.length === 0) return problems;
  const names = await readNames(orm);
  const isMeant = (one: Named) => one.dataset === dataset && isOffered(one.row);
  return problems.map((problem) => {
    const suggestion = names.meant(problem.found, isMeant);
    return suggestion ? { ...problem, suggestion } : problem;
  });
}

/** The parameters of a view that differ from their defaults. */
export function toCanonical(offered: readonly OfferedChoice[]): Record<string, string> {
  return Object.fromEntries(
    offered
      .filter(({ value, fallback }) => value !== fallback)
      .map(({ name, value }) => [name, value]),
  );
}

/**
 * The grammar of addresses. A page, chart, table or file declares what may be asked of
 * it, each parameter once; what an address asks, what of it makes no sense, and the
 * description of the API follow from the declaration. Nothing is thrown: pages show
 * the value used instead and say so, downloads refuse, because a file with another
 * size, filter or theme than was asked for would be taken for the right one.
 */
import { isDay } from '@/data/parse-cell';

export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A piece of JSON Schema. */
export type Schema = Readonly<Record<string, unknown>>;

export interface Parameter<T = unknown> {
  /** What it does, for whoever reads the description of the API; absent where only pages take it. */
  readonly meaning?: string;
  /** Of one text, for the same reader; any text where absent. */
  readonly schema?: Schema;
  /** The values on offer, or a sentence where they are too many to list. */
  readonly allowed: readonly string[] | string;
  /** What a value is, in a sentence: "market"; the name of the parameter where absent. */
  readonly kind?: string;
  /** What pages call the values that are on offer. */
  readonly labels?: Readonly<Record<string, string>>;
  /** What the texts that an address gives under this name stand for; of none, the default. */
  readonly read: (texts: readonly string[]) => Reading<T>;
  /** An address without it makes no sense. */
  readonly required?: true;
  /** An empty text is read like any other, and is not just what a form sends for nothing chosen. */
  readonly readsEmpty?: true;
}

export interface Reading<T> {
  readonly value: T;
  /** The value as addresses spell it; empty for what no text stands for. */
  readonly text: string;
  /** What of the texts makes no sense, or is spelled in another way. */
  readonly wrong: readonly string[];
  /** Each text would do, but only one of them. */
  readonly isRepeated?: boolean;
  /** What is wrong and what is shown instead, where that is more than a list of values says. */
  readonly said?: string;
  /** The text was understood, so nothing refuses it; pages say how. */
  readonly isUnderstood?: boolean;
}

export type Parameters = Readonly<Record<string, Parameter>>;

export interface ParameterProblem {
  readonly parameter: string;
  readonly found: string;
  /**
   * What a page shows instead, empty for nothing; null where the parameter as such is
   * unknown. Absent where only a download refuses.
   */
  readonly used?: string | null;
  readonly allowed: readonly string[] | string;
  readonly kind?: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** The name that was most likely meant, where `allowed` only says where names are. */
  readonly suggestion?: string | null;
  /** A sentence in place of the usual ones. */
  readonly said?: string;
  /** A remark on what was understood: pages say it, files are made. */
  readonly isUnderstood?: boolean;
  /** The value makes sense by itself, but not beside the others. */
  readonly isRuledOut?: true;
}

/** What an address asks for by the declared parameters; of a repeated one the first counts. */
export function readAddress<P extends Parameters>(
  parameters: P,
  query: Query,
): {
  values: { readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never };
  /** The values as addresses spell them, also the defaults; without those that no text stands for. */
  texts: Readonly<Record<string, string>>;
  problems: readonly ParameterProblem[];
} {
  const read = Object.entries(parameters).map(([name, { allowed, kind, labels, ...parameter }]) => {
    const given = listTexts(query[name]).filter((text) => parameter.readsEmpty || text !== '');
    const { value, text, wrong, isRepeated, said, isUnderstood } = parameter.read(given);
    const missing = parameter.required && given.length === 0 ? [''] : [];
    const problems = [...missing, ...wrong].map(
      (found): ParameterProblem => ({
        parameter: name,
        found,
        used: text,
        allowed: isRepeated ? 'Use one value.' : allowed,
        ...(kind && { kind }),
        ...(labels && { labels }),
        ...(said && { said }),
        ...(isUnderstood && { isUnderstood }),
      }),
    );
    return { name, value, text, problems };
  });
  return {
    values: Object.fromEntries(read.map(({ name, value }) => [name, value])) as never,
    texts: Object.fromEntries(
      read.flatMap(({ name, text }) => (text === '' ? [] : [[name, text]])),
    ),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function listTexts(found: Query[string]): readonly string[] {
  return [found ?? []].flat();
}

/** Whether a file is not made because of it. */
export const isRefused = ({ isUnderstood }: ParameterProblem): boolean => !isUnderstood;

/** Parameters nobody declared. Marks that campaigns leave in addresses are nobody's mistake. */
export function listUnknownParameters(query: Query, known: readonly string[]): ParameterProblem[] {
  const allowed = [...known];
  return Object.keys(query)
    .filter((name) => !known.includes(name) && !isTracking(name))
    .map((parameter) => ({ parameter, found: first(query[parameter]) ?? '', used: null, allowed }));
}

/** Marks of campaigns that mean nothing on any page, so that nothing has to be made for them. */
export const isCampaignMark = (name: string): boolean => CAMPAIGN.test(name);

const CAMPAIGN =
  /^(utm_.*|mtm_.*|pk_.*|hsa_.*|(fb|g|tw|y)clid|(gb|wb)raid|dclid|msclkid|igshid|igsh|li_fat_id|mc_[ce]id|_hs(enc|mi)|_ga|_gl)$/;

/** Those too that are words: a page may ask for them. */
const isTracking = (name: string): boolean =>
  isCampaignMark(name) || /^(ref|ref_src|source|si|cmpid|trk)$/.test(name);

export function first(value: Query[string]): string | undefined {
  return listTexts(value)[0];
}

/**
 * A parameter that stands once. `parse` gives undefined for a text that stands for no
 * value; without `write`, a value is spelled as it was asked for.
 */
export function once<T>(
  parse: (text: string) => T | undefined,
  fallback: T,
  write?: (value: T) => string,
): Parameter<T>['read'] {
  return ([wanted, ...more]) => {
    const asked = wanted === undefined ? undefined : parse(wanted);
    const value = asked === undefined ? fallback : asked;
    const text = write ? write(value) : asked === undefined ? '' : (wanted ?? '');
    const isKnown = wanted === undefined || text === wanted;
    // A repeated parameter is a mistake even when its first value is on offer.
    const isRepeated = isKnown && more.length > 0;
    const wrong = isKnown && !isRepeated ? [] : [[wanted, ...more].join(', ')];
    return { value, text, wrong, isRepeated };
  };
}

/** Like `once`, of a text that spaces more or less do not change; blank, it asks for nothing. */
export function onceSpaced<T>(
  ...how: [parse: (text: string) => T | undefined, fallback: T, write?: (value: T) => string]
): Parameter<T>['read'] {
  const read = once(...how);
  return (texts) => {
    const plain = texts.map((text) => text.trim().replace(/\s+/g, ' '));
    const reading = read(plain.filter((text) => text !== ''));
    return { ...reading, wrong: reading.wrong.length > 0 ? [texts.join(', ')] : [] };
  };
}

/** Words of the visitor's own, cut where they grow too long; empty where none are asked for. */
export function words(meaning: string): Parameter<string> {
  return {
    meaning,
    schema: { type: 'string', maxLength: LONGEST_WORDS },
    allowed: `Use at most ${LONGEST_WORDS} characters.`,
    read: onceSpaced((text) => text.slice(0, LONGEST_WORDS).trimEnd(), '', String),
  };
}

export const LONGEST_WORDS = 100;

/** One of a few values, which a form offers by their labels. */
export interface OneOf<V extends string = string> extends Parameter<V> {
  readonly label: string;
  readonly meaning: string;
  readonly allowed: readonly V[];
  readonly values: Readonly<Record<V, string>>;
}

export function oneOption<V extends string>({
  label,
  meaning,
  values,
  fallback,
  earlier = {},
}: Pick<OneOf<V>, 'label' | 'meaning' | 'values'> & {
  fallback: NoInfer<V>;
  /** How addresses once spelled a value: they go on meaning it. */
  earlier?: Readonly<Record<string, NoInfer<V>>>;
}): OneOf<V> {
  const allowed = Object.keys(values) as V[];
  const read = once<V>(
    (text) => (Object.hasOwn(values, text) ? (text as V) : undefined),
    fallback,
    String,
  );
  return {
    label,
    meaning,
    values,
    labels: values,
    schema: { type: 'string', enum: allowed, default: fallback },
    allowed,
    read: (texts) =>
      read(texts.map((text) => (Object.hasOwn(earlier, text) ? (earlier[text] ?? text) : text))),
  };
}

/** One of these things by its name; without it, or where there is none of that name, `fallback`. */
export function named<T extends object, F extends T | undefined>(
  things: readonly T[],
  toName: (thing: T) => string,
  fallback: F,
  meaning?: string,
): Parameter<T | F> {
  const names = things.map(toName);
  return {
    ...(meaning && { meaning }),
    schema: { type: 'string', enum: names, ...(fallback && { default: toName(fallback) }) },
    allowed: names,
    read: once<T | F>(
      (text) => things[names.indexOf(text)],
      fallback,
      (thing) => (thing ? toName(thing) : ''),
    ),
  };
}

/** Some of these, joined by "~" or, as forms do, under a repeated name; null for all or none. */
export function someOf(
  known: readonly string[],
  more: Omit<Parameter, 'read'>,
): Parameter<readonly string[] | null> {
  return {
    ...more,
    read: (texts) => {
      const wanted = new Set(texts.flatMap((text) => text.split('~')));
      const chosen = known.filter((one) => wanted.has(one));
      const value = chosen.length > 0 && chosen.length < known.length ? chosen : null;
      const unknown = [...wanted].filter((one) => !known.includes(one));
      return { value, text: value?.join('~') ?? '', wrong: unknown.slice(0, MOST_COMPLAINTS) };
    },
  };
}

/** Addresses are typed by people; a page of complaints would help nobody. */
const MOST_COMPLAINTS = 5;

/** A whole number within bounds, both included; null where none is asked for. */
export function wholeNumber(
  meaning: string,
  { min, max }: { min: number; max?: number },
): Parameter<number | null> {
  return {
    meaning,
    schema: { type: 'integer', minimum: min, ...(max !== undefined && { maximum: max }) },
    allowed: `Use a whole number from ${min}${max === undefined ? '' : ` to ${max}`}.`,
    read: once<number | null>(
      (text) => {
        const number = Number(text);
        const isWithin = /^\d{1,9}$/.test(text) && number >= min && number <= (max ?? number);
        return isWithin ? number : undefined;
      },
      null,
      (number) => `${number ?? ''}`,
    ),
  };
}

/** A day as ISO text; null where none is asked for. */
export function day(meaning: string): Parameter<string | null> {
  return {
    meaning,
    schema: { type: 'string', format: 'date' },
    allowed: 'Use year, month and day: 2026-11-25.',
    read: once<string | null>((text) => (isDay(text) ? text : undefined), null),
  };
}

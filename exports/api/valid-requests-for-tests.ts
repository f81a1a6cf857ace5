/** Addresses that the description of the API allows: what a program may ask that knows nothing else. */
import type { Schema } from '@/address/parameters';
import type { Described } from './described-for-tests';

/** One address of an operation, with up to four of its parameters as they are described. */
export function buildValidAddress(
  { path, parameters }: Pick<Described, 'path' | 'parameters'>,
  random: () => number,
): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const optional = parameters.filter(({ required, schema }) => !required && canBeChosen(schema));
  const chosen = new Set([
    ...parameters.filter(({ required }) => required),
    ...Array.from({ length: Math.floor(random() * 5) }, () => optional).flatMap((all) =>
      all.length > 0 ? [pick(all)] : [],
    ),
  ]);
  let filled = path;
  const pairs: string[] = [];
  for (const { name, in: place, schema } of chosen) {
    const values = chooseValues(schema, random);
    if (place === 'path') filled = filled.replace(`{${name}}`, encodeURIComponent(values[0] ?? ''));
    else pairs.push(...values.map((value) => `${name}=${encodeURIComponent(value)}`));
  }
  return pairs.length > 0 ? `${filled}?${pairs.join('&')}` : filled;
}

/** Text of which nothing is said but that it is text says nothing of what is valid. */
const canBeChosen = (schema: Schema): boolean => chooseValues(schema, () => 0).length > 0;

function chooseValues(schema: Schema, random: () => number): readonly string[] {
  const pick = (list: readonly unknown[]) => [String(list[Math.floor(random() * list.length)])];
  const { type, enum: values, examples, anyOf, items, maxItems, minimum, maximum } = schema;
  if (Array.isArray(anyOf)) return chooseValues(anyOf[Math.floor(random() * anyOf.length)], random);
  if (Array.isArray(values)) return pick(values);
  if (Array.isArray(examples)) return pick(examples);
  if (type === 'array') {
    const length = 1 + Math.floor(random() * Number(maxItems ?? 3));
    return Array.from({ length }, () => chooseValues(items as Schema, random)).flat();
  }
  if (type === 'integer' || type === 'number') {
    const least = Number(minimum ?? -1000);
    const most = Number(maximum ?? least + 2_000_000);
    const between = least + random() * (most - least);
    return pick([least, most, Math.round(between), type === 'integer' ? most : between]);
  }
  if (schema.format === 'date') return pick(['2025-06-30', '2023-01-01', '1999-12-31']);
  return schema.maxLength === undefined ? [] : pick(['nvidia', 'h100 cluster', 'zzz', 'Ü & ½']);
}

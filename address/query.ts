/** An address's query in the shape that pages get it in. */
import type { Query } from './parameters';

/** Repeated parameters become lists. */
export function toQuery(url: string): Query {
  const { searchParams } = new URL(url);
  const query: Record<string, string | readonly string[]> = Object.create(null);
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name);
    query[name] = values.length === 1 ? values[0]! : values;
  }
  return { ...query };
}

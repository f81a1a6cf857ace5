/** What many paths of the description share: parameters, and answers to wrong ones. */
import { snapshotParameter } from '@/address/frozen-links';
import type { Parameters, Schema } from '@/address/parameters';

export interface ApiParameter {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly description: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

export function toQueryParameter(name: string, description: string, schema: Schema): ApiParameter {
  return { name, in: 'query', description, schema };
}

/** Declared parameters as OpenAPI describes them. */
export function toQueryParameters(declared: Parameters): ApiParameter[] {
  return Object.entries(declared).map(
    ([name, { meaning = '', schema = { type: 'string' }, required }]) => ({
      ...toQueryParameter(name, meaning, schema),
      ...(required && { required }),
    }),
  );
}

/** Every download can be asked of an earlier snapshot. */
export const frozen = toQueryParameter(
  'snapshot',
  snapshotParameter.meaning,
  snapshotParameter.schema,
);

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** The answers that are no content, by status. */
export const OTHERS = {
  '304': {
    description: 'Nothing changed since the answer whose ETag the request’s If-None-Match names.',
  },
  '400': problem('A parameter makes no sense; the answer says which, and what is allowed.'),
  '404': problem('No such thing at this address, or no such snapshot.'),
};

/** The description of the API as a program reads it that knows nothing else of the tracker. */
import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import type { Tracker } from '@/db/connection';
import { buildOpenApi } from './openapi';
import type { ApiParameter } from './parameters';

interface Reference {
  readonly $ref: string;
}

interface Answer {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly (ApiParameter | Reference)[];
  readonly responses: Readonly<Record<string, Answer | Reference>>;
}

export interface Described {
  readonly path: string;
  readonly operationId: string;
  /** By status: the media types of the answer, each with its schema. */
  readonly answers: Readonly<Record<string, Answer>>;
  readonly parameters: readonly ApiParameter[];
}

/** Every operation with what it refers to, and a judge of answers: what is wrong with a value. */
export async function readDescription(tracker: Tracker) {
  const api = JSON.parse(JSON.stringify(await buildOpenApi(tracker)));
  const ajv = new Ajv({ allowUnionTypes: true, validateFormats: false, strictRequired: false });
  ajv.addVocabulary(['components']);
  ajv.addSchema({ $id: 'api', components: api.components });
  const compiled = new Map<string, ValidateFunction>();
  const resolve = <T extends object>(found: T | Reference): T =>
    '$ref' in found
      ? found.$ref
          .split('/')
          .slice(1)
          .reduce((at, name) => at[name], api)
      : found;
  const described = Object.entries<{ get: Operation }>(api.paths).map(
    ([path, { get }]): Described => ({
      path,
      operationId: get.operationId,
      parameters: (get.parameters ?? []).map(resolve),
      answers: Object.fromEntries(
        Object.entries(get.responses).map(([status, answer]) => [status, resolve(answer)]),
      ),
    }),
  );
  const find = (path: string) => described.find((one) => one.path === path);
  return {
    api,
    described,
    find,
    /** What is wrong with a JSON answer of an operation, by its schema; empty: nothing. */
    judge: (path: string, status: number, mediaType: string, value: unknown): readonly object[] => {
      const schema = find(path)?.answers[status]?.content?.[mediaType]?.schema;
      if (!schema) return [{ message: `${status} ${mediaType} is not described.` }];
      const text = JSON.stringify(schema).replaceAll('"#/', '"api#/');
      const known = compiled.get(text) ?? ajv.compile(JSON.parse(text));
      compiled.set(text, known);
      return known(value) ? [] : (known.errors ?? []);
    },
  };
}

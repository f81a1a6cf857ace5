/**
 * Answers for the small documents of the API (lists, descriptions, feeds): made as
 * a whole, strict about parameters, open to every site.
 */

import { toQuery } from '@/address/href';
import { listUnknownParameters, type Query } from '@/address/parameters';
import { answerWrongParameters, OPEN_TO_ALL, toCacheControl } from './answer';

interface DocumentAnswer {
  readonly mediaType: string;
  /** Values of a Link header. */
  readonly links?: readonly string[];
  readonly write: (query: Query) => string | Response | Promise<string | Response>;
}

/** Refuses parameters that are not in `known`; a `Response` from `write` is sent as it is. */
export async function answerDocument(
  request: Request,
  { mediaType, links = [], write }: DocumentAnswer,
  known: readonly string[] = [],
): Promise<Response> {
  const query = toQuery(request.url);
  const problems = [
    ...listUnknownParameters(query, known),
    ...known
      .filter((name) => Array.isArray(query[name]))
      .map((name) => ({
        parameter: name,
        found: [query[name]].flat().join(', '),
        allowed: 'One value.',
      })),
  ];
  if (problems.length > 0) return answerWrongParameters(problems);
  const body = await write(query);
  if (body instanceof Response) return body;
  return new Response(body, {
    headers: {
      ...OPEN_TO_ALL,
      'content-type': mediaType,
      'cache-control': toCacheControl(false),
      ...(links.length > 0 ? { link: links.join(', ') } : {}),
    },
  });
}

export function toJsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

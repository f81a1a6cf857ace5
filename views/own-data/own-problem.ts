/** What is wrong in a visitor's file, in the ingest's terms, which word it. */
import type { Problem } from '@/data/problem';

export function toOwnProblem(
  file: string,
  { line = null, column = null, found = null, issue }: Partial<Problem> & Pick<Problem, 'issue'>,
): Problem {
  return { dataset: 'own', file, line, column, found, issue };
}

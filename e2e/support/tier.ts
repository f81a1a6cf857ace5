/** `npm run test:all` tries everything with everything; `npm test` a fair part of it. */
export const triesAll = process.env.TRACKER_TESTS === 'all';

/**
 * The part of a list that one of many tests takes, so that neighbors take different
 * parts and a few of them the whole.
 */
export function takePart<T>(list: readonly T[], turn: number, parts: number): readonly T[] {
  return triesAll ? list : list.filter((_, index) => index % parts === turn % parts);
}

/** Whose figures a list of sources holds, and how near to them the sources are. */
import type { RowOf } from '../contract';
import { sources } from './contract';

type Source = RowOf<typeof sources>;

const grades = sources.columns.grade.values;

/** What a newspaper can print; nothing else stands on the overview. */
const soundGrades: readonly Source['grade'][] = ['primary', 'press'];

/** Whether the source is the origin's own or that of a newsroom which names it. */
export const isWellSourced = ({ grade }: Pick<Source, 'grade'>): boolean =>
  soundGrades.includes(grade);

/** Distinct origins, those of most sources first, in the sources' order among equals. */
export function listOrigins(
  documents: readonly Pick<Source, 'origin' | 'publisher'>[],
): readonly string[] {
  const counts = new Map<string, number>();
  for (const { origin, publisher } of documents) {
    // Snapshots of before the column know only where a figure was read.
    const name = origin ?? publisher;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

type Named = Pick<Source, 'origin' | 'publisher' | 'grade'>;

/** "Omdia", or "Omdia (secondary)" where what was read is of a doubtful grade. */
export function nameOrigin({ origin, publisher, grade }: Named): string {
  return markGrade(origin ?? publisher, grade);
}

/** "Jon Peddie Research, read at TechSpot (secondary)": whose, where, and a doubtful grade. */
export function wordOrigin({ origin, publisher, grade }: Named): string {
  const isOwn = origin === null || origin === publisher;
  return markGrade(isOwn ? publisher : `${origin}, read at ${publisher}`, grade);
}

/** Source → "secondary", of those that are marked wherever a row rests on them. */
export const wordDoubtfulGrades = (
  documents: readonly Pick<Source, 'source' | 'grade'>[],
): ReadonlyMap<string, string> =>
  new Map(
    documents.flatMap(({ source, grade }) =>
      grade === null || isWellSourced({ grade })
        ? []
        : [[source, grades[grade].label.toLowerCase()]],
    ),
  );

// Snapshots of before the columns know neither origin nor grade.
function markGrade(words: string, grade: Source['grade'] | null): string {
  return grade === null || isWellSourced({ grade })
    ? words
    : `${words} (${grades[grade].label.toLowerCase()})`;
}

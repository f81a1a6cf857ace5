/** What is wrong in a visitor's file, in the ingest's words: like cells together, corrected at once. */
import { group } from 'd3-array';
import type { Problem } from '@/data/problem';
import { wordProblem } from '@/data/wording';

/** A cell's new text, for every cell of its column that has the same. */
type Correct = (column: string, found: string, next: string) => void;

const SHOWN = 12;

export function OwnProblems({
  problems,
  onCorrect,
}: {
  problems: readonly Problem[];
  onCorrect: Correct;
}) {
  if (problems.length === 0) return null;
  const groups = group(problems, ({ line, column, found, issue }) =>
    found === null ? `${line}` : JSON.stringify([column, found, issue.rule]),
  );
  return (
    <section aria-label="Problems" role="alert" className="border-l-2 border-warning pl-3">
      <p className="font-semibold">
        {problems.length === 1 ? 'One problem' : `${problems.length} problems`}
      </p>
      <ul className="mt-1 grid gap-2">
        {[...groups].slice(0, SHOWN).map(([key, [first, ...like]]) => (
          <li key={key}>
            <span className="break-words">{wordProblem(first!)}</span>
            {like.length > 0 && ` Also on ${listLines(like)}.`}
            <Correction problem={first!} count={like.length + 1} onCorrect={onCorrect} />
          </li>
        ))}
      </ul>
      {groups.size > SHOWN && <p>and {groups.size - SHOWN} more kinds.</p>}
    </section>
  );
}

function listLines(problems: readonly Problem[]): string {
  const lines = problems.map(({ line }) => line);
  const shown = lines.slice(0, 5).join(', ');
  const more = lines.length - 5;
  return `line${lines.length > 1 ? 's' : ''} ${shown}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Only cells are corrected here; a broken row or file is corrected in its text. */
function Correction({
  problem: { line, column, found, issue },
  count,
  onCorrect,
}: {
  problem: Problem;
  count: number;
  onCorrect: Correct;
}) {
  if (line === null || column === null || found === null || issue.rule === 'duplicate-key')
    return null;
  return (
    <form
      className="mt-1 flex gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const next = new FormData(event.currentTarget).get('cell');
        onCorrect(column, found, String(next ?? '').trim());
      }}
    >
      <input
        name="cell"
        defaultValue={found}
        aria-label={`Line ${line}, ${column}`}
        className="w-40 rounded-tremor-default border border-rule bg-card px-2 py-0.5"
      />
      <button type="submit" className="cursor-pointer text-accent underline">
        {count > 1 ? `Correct all ${count}` : 'Correct'}
      </button>
    </form>
  );
}

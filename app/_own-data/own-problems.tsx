/** What is wrong with a visitor's file, in the ingest's words, with a field to mend it. */
import type { Problem } from '@/data/problem';
import { wordProblem } from '@/data/wording';

const SHOWN = 12;

export function OwnProblems({
  problems,
  onCorrect,
}: {
  problems: readonly Problem[];
  onCorrect: (line: number, column: string, text: string) => void;
}) {
  if (problems.length === 0) return null;
  return (
    <section aria-label="Problems" role="alert" className="border-l-2 border-warning pl-3">
      <p className="font-semibold">
        {problems.length === 1 ? 'One problem' : `${problems.length} problems`}
      </p>
      <ul className="mt-1 grid gap-2">
        {problems.slice(0, SHOWN).map((problem) => (
          <li key={wordProblem(problem)}>
            <span className="break-words">{wordProblem(problem)}</span>
            <Correction problem={problem} onCorrect={onCorrect} />
          </li>
        ))}
      </ul>
      {problems.length > SHOWN && <p>and {problems.length - SHOWN} more.</p>}
    </section>
  );
}

/** Only single cells are mended here; a broken row or file is mended in its text. */
function Correction({
  problem: { line, column, found, issue },
  onCorrect,
}: {
  problem: Problem;
  onCorrect: (line: number, column: string, text: string) => void;
}) {
  if (line === null || line === 1 || column === null || issue.rule === 'ragged-row') return null;
  return (
    <form
      className="mt-1 flex gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get('cell');
        onCorrect(line, column, String(text ?? '').trim());
      }}
    >
      <input
        name="cell"
        defaultValue={found ?? ''}
        aria-label={`Line ${line}, ${column}`}
        className="w-40 rounded-tremor-default border border-rule bg-card px-2 py-0.5"
      />
      <button type="submit" className="cursor-pointer text-accent underline">
        Correct
      </button>
    </form>
  );
}

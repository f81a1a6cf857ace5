/**
 * From a visitor's file to their figures in the chart: take it, say which column is
 * what, correct what is wrong, draw. All of it happens here; nothing is sent.
 */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { kindOf } from '@/charts/kinds';
import type { Series } from '@/charts/model';
import type { Problem } from '@/data/problem';
import { wordProblem } from '@/data/wording';
import {
  guessMapping,
  listOwnScales,
  type Mapping,
  MOST_SERIES,
  readOwnFigures,
} from '@/views/own-data/own-figures';
import {
  decodeOwnFile,
  listSeriesColumns,
  MOST_BYTES,
  MOST_OWN_ROWS,
  splitOwnFile,
  unpivot,
  writeCell,
} from '@/views/own-data/own-file';
import { buildSample, toOwnBasis } from '@/views/own-data/own-trend';
import { BUTTON } from '../_ui/field';
import { ColumnMapping } from './column-mapping';
import type { OwnChart } from './own-drawing';
import { OwnPreview } from './own-preview';

interface Taken {
  readonly name: string;
  readonly text: string;
  readonly problem: Problem | null;
}

/** Reads the visitor's file anew for whatever view is shown; null where it does not fit its unit. */
export type ReadOwn = (chart: OwnChart) => readonly Series[] | null;

const PASTED = 'your text';

export function OwnDataPanel({
  chart,
  onDraw,
  onClose,
  children,
}: {
  chart: OwnChart;
  /** Null takes the visitor's figures out of the picture. */
  onDraw: (read: ReadOwn | null) => void;
  onClose: () => void;
  /** What can be done with the picture once they are in it. */
  children: ReactNode;
}) {
  const [taken, setTaken] = useState<Taken | null>(null);
  const [chosen, setChosen] = useState<Mapping | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const basis = toOwnBasis(chart);
  const sample = buildSample(basis);

  function take(name: string, text: string, problem: Problem | null = null) {
    setTaken({ name, text, problem });
    setChosen(null);
    setTooLarge(false);
  }

  async function takeFile(file: File | undefined) {
    if (!file) return;
    if (file.size > MOST_BYTES) {
      setTooLarge(true);
      return;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { text, problem } = decodeOwnFile(file.name, bytes);
    take(file.name, text ?? '', problem);
  }

  const file =
    taken && !taken.problem && taken.text !== '' ? splitOwnFile(taken.name, taken.text) : null;
  const isReadable = file !== null && file.problems.length === 0;
  const mapping = isReadable ? (chosen ?? guessMapping(file, basis)) : null;
  const wide = isReadable && mapping ? listSeriesColumns(file, mapping) : [];
  const figures = isReadable && mapping ? readOwnFigures(file, mapping, basis) : null;
  const problems = taken?.problem
    ? [taken.problem]
    : [...(file?.problems ?? []), ...(figures?.problems ?? [])];

  // Whatever can be read is drawn at once.
  const drawn = figures && figures.count > 0 ? JSON.stringify([taken?.text, mapping]) : null;
  const latest = useRef<string | null>(null);
  useEffect(() => {
    if (drawn === latest.current) return;
    latest.current = drawn;
    if (drawn === null || !file || !mapping) return onDraw(null);
    onDraw((shown) => {
      const target = toOwnBasis(shown);
      return target.unit === basis.unit ? readOwnFigures(file, mapping, target).series : null;
    });
  });

  return (
    <section aria-label="Your data" className="own-panel mt-3 grid gap-3 border-t pt-3 text-sm">
      <p className="text-muted">
        <strong className="text-ink">
          Your figures stay in your browser; nothing is uploaded.
        </strong>{' '}
        Choose a CSV file, or paste one or cells of a spreadsheet. It needs a header, and{' '}
        {kindOf(basis).own?.row}.{' '}
        <a
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(sample)}`}
          download="sample.csv"
          className="underline"
        >
          Download a sample
        </a>{' '}
        (invented figures) or{' '}
        <button
          type="button"
          className="cursor-pointer text-accent underline"
          onClick={() => take('sample.csv', sample)}
        >
          try it here
        </button>
        .
      </p>
      <label className="grid gap-1">
        <span>CSV file</span>
        <input
          type="file"
          accept=".csv,text/csv,text/plain"
          onChange={({ target }) => takeFile(target.files?.[0])}
        />
      </label>
      {tooLarge && <p role="alert">The file is larger than 2 MB. Take the rows you need.</p>}
      <label className="grid gap-1">
        <span>or paste it, and correct it here</span>
        <textarea
          rows={6}
          spellCheck={false}
          value={taken?.text ?? ''}
          onChange={({ target }) =>
            take(taken?.problem ? PASTED : (taken?.name ?? PASTED), target.value)
          }
          className="w-full rounded-tremor-default border border-rule bg-card p-2 font-mono text-xs"
        />
      </label>
      {isReadable && mapping && (
        <ColumnMapping
          header={file.header}
          mapping={mapping}
          scales={listOwnScales(basis.unit)}
          onChange={setChosen}
        />
      )}
      {isReadable && mapping?.period && wide.length > 0 && (
        <p role="status">
          {wide.length} columns hold figures: {wide.join(', ')}. One of them is drawn.{' '}
          <button
            type="button"
            className="cursor-pointer text-accent underline"
            onClick={() => take(taken!.name, unpivot(file, mapping.period!, wide))}
          >
            Make a series of each
          </button>
          .
        </p>
      )}
      {isReadable && mapping && <OwnPreview file={file} mapping={mapping} problems={problems} />}
      <OwnProblems
        problems={problems}
        onCorrect={(line, column, text) => {
          if (!file || !taken) return;
          setTaken({ ...taken, text: writeCell(file, { line, column, text }) });
        }}
      />
      <p role="status" className="text-muted">
        {figures &&
          `${figures.count} of ${file?.rows.length ?? 0} rows are drawn${problems.length > 0 ? '; rows with a problem are left out' : ''}.`}
        {file?.rows.length === MOST_OWN_ROWS && ` Only the first ${MOST_OWN_ROWS} rows were read.`}
        {figures?.series.length === MOST_SERIES && ` At most ${MOST_SERIES} series are drawn.`}
      </p>
      {children}
      <p>
        <button type="button" onClick={onClose} className={BUTTON}>
          Remove your data
        </button>
      </p>
    </section>
  );
}

const SHOWN = 12;

/** What is wrong with a visitor's file, in the ingest's words, with a field to correct it. */
function OwnProblems({
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

/** Only single cells are corrected here; a broken row or file is corrected in its text. */
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

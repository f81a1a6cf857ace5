/**
 * From a visitor's file to their figures in the chart: take it, say how it was read, correct
 * what is wrong, draw. All of it happens here; nothing is sent.
 */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { kindOf } from '@/charts/kinds';
import type { OwnChoices } from '@/views/own-data/own-choices';
import { type OwnReading, readOwn } from '@/views/own-data/own-reading';
import { splitOwnText, writeCells } from '@/views/own-data/own-table';
import { type OwnText, readOwnBytes, toOwnText } from '@/views/own-data/own-text';
import { buildSample, toOwnShown } from '@/views/own-data/own-trend';
import { BUTTON } from '../_ui/field';
import { ScrollBox } from '../_ui/scroll-box';
import { keepFile, recallFile } from './kept-file';
import type { OwnChart, ShownOwn } from './own-drawing';
import { OwnProblems } from './own-problems';
import { OwnReadingView } from './own-reading-view';

/** Reads the visitor's file anew for whatever view is shown; null where nothing of it is drawn. */
export type ReadOwn = (chart: OwnChart) => ShownOwn | null;

const PASTED = 'your text';

export function OwnDataPanel({
  host,
  chart,
  onDraw,
  onClose,
  children,
}: {
  /** The name that the file is kept by. */
  host: string;
  chart: OwnChart;
  /** Null takes the visitor's figures out of the picture. */
  onDraw: (read: ReadOwn | null) => void;
  onClose: () => void;
  /** What can be done with the picture once they are in it. */
  children: ReactNode;
}) {
  const [kept] = useState(() => recallFile(host));
  const [text, setText] = useState<OwnText | null>(kept && toOwnText(kept.name, kept.text));
  const [choices, setChoices] = useState<OwnChoices>(kept?.choices ?? {});
  const [isKept, setKept] = useState(true);
  /** The file as it came, for another encoding or sheet; null for text that was typed. */
  const bytes = useRef<Uint8Array<ArrayBuffer> | null>(null);

  function take(next: OwnText, file: Uint8Array<ArrayBuffer> | null, chosen: OwnChoices = {}) {
    bytes.current = file;
    setText(next);
    setChoices(chosen);
  }

  async function takeFile(file: File | undefined) {
    if (!file) return;
    const content = new Uint8Array(await file.arrayBuffer());
    take(await readOwnBytes(file.name, content), content);
  }

  async function choose(id: keyof OwnChoices, value: string | readonly string[]) {
    const next = { ...choices, ...DEPENDENT[id], [id]: value };
    const isOfFile = id === 'encoding' || id === 'sheet';
    if (isOfFile && bytes.current && text) {
      take(await readOwnBytes(text.name, bytes.current, next), bytes.current, {
        encoding: next.encoding,
        sheet: next.sheet,
      });
    } else setChoices(next);
  }

  const read = (shown: OwnChart) => {
    // A field that is still empty is no problem, an empty file is one.
    if (!text || (text.text.trim() === '' && bytes.current === null)) return null;
    const header = splitOwnText(text.name, text.text, choices.separator).header;
    const asked = { ...shown, ...toOwnShown(shown, header) };
    return { chart: asked, reading: readOwn(text, choices, asked.base) };
  };
  const current = text?.problem
    ? { chart, reading: readOwn(text, choices, chart.base) }
    : read(chart);
  const reading = current?.reading ?? null;
  const basis = current?.chart.base ?? toOwnShown(chart, []).base;
  const sample = buildSample(basis);

  // Whatever can be read is drawn at once, and kept for the next visit.
  const drawn = reading && reading.series.length > 0 ? JSON.stringify([text?.text, choices]) : null;
  const latest = useRef<string | null>(null);
  useEffect(() => {
    if (drawn === latest.current) return;
    latest.current = drawn;
    if (drawn === null || !text) return onDraw(null);
    setKept(keepFile(host, { name: text.name, text: text.text, choices }));
    onDraw((shown) => {
      const next = read(shown);
      // A question about one unit is no answer for another.
      const fits = next && next.chart.base.unit === basis.unit && next.reading.series.length > 0;
      return fits ? { chart: next.chart, own: next.reading.series } : null;
    });
  });

  // Whoever opens it sees it, though it may begin below the window.
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  return (
    <section
      ref={panel}
      aria-label="Your data"
      tabIndex={-1}
      className="own-panel mt-3 grid gap-3 border-t pt-3 text-sm"
    >
      <p className="text-muted">
        <strong className="text-ink">
          Your figures stay in your browser; nothing is uploaded.
        </strong>{' '}
        Choose a CSV file or an Excel workbook, or paste cells of a spreadsheet:{' '}
        {kindOf(basis).own?.row}, or a column for each series.{' '}
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
          onClick={() => take(toOwnText('sample.csv', sample), null)}
        >
          try it here
        </button>
        .
      </p>
      <label className="grid gap-1">
        <span>CSV file or Excel workbook</span>
        <input
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain"
          onChange={({ target }) => takeFile(target.files?.[0])}
        />
      </label>
      <label className="grid gap-1">
        <span>or paste it, and correct it here</span>
        <textarea
          rows={6}
          spellCheck={false}
          value={text?.text ?? ''}
          onChange={({ target }) =>
            take(
              toOwnText(text?.problem ? PASTED : (text?.name ?? PASTED), target.value),
              null,
              choices,
            )
          }
          className="w-full rounded-tremor-default border border-rule bg-card p-2 font-mono text-xs"
        />
      </label>
      {reading?.columns && <OwnReadingView reading={reading} choices={choices} onChoose={choose} />}
      {reading?.columns && <OwnPreview reading={reading} />}
      <OwnProblems
        problems={reading?.problems ?? []}
        onCorrect={(column, found, next) => {
          if (!reading || !text) return;
          const corrected = writeCells(reading.table, { column, found, next });
          take(toOwnText(text.name, corrected), null, choices);
        }}
      />
      {children}
      {drawn !== null && (
        <p className="text-muted">
          {isKept
            ? `${text?.name} is kept in this browser, for this chart, until you remove it.`
            : 'The file is too large to be kept in this browser: it is gone when the page is left.'}
        </p>
      )}
      <p>
        <button type="button" onClick={onClose} className={BUTTON}>
          Remove your data
        </button>
      </p>
    </section>
  );
}

/** What was chosen of columns holds no more when something before them changes. */
const DEPENDENT: Partial<Record<keyof OwnChoices, OwnChoices>> = {
  separator: { period: undefined, series: undefined, value: undefined, names: undefined },
  layout: { period: undefined, series: undefined, value: undefined, names: undefined },
  series: { names: undefined, further: undefined },
  value: { scale: undefined, decimal: undefined, size: undefined, names: undefined },
};

/** The first rows of a visitor's file as they were understood. */

const SHOWN = 5;

function OwnPreview({ reading: { table, columns, problems } }: { reading: OwnReading }) {
  const { header, rows } = table;
  const toRole = (name: string): string =>
    name === columns?.period
      ? 'period'
      : name === columns?.series
        ? 'name'
        : columns?.values.includes(name)
          ? 'figures'
          : 'not used';
  const isWrong = (line: number, column: string) =>
    problems.some((one) => one.line === line && (one.column ?? column) === column);
  return (
    <ScrollBox label="Preview">
      <table className="w-full text-left text-xs">
        <caption className="py-1 text-left font-semibold">
          Preview: {Math.min(SHOWN, rows.length)} of {rows.length} rows
        </caption>
        <thead>
          <tr>
            <th scope="col">Line</th>
            {header.map((column) => (
              <th key={column} scope="col">
                {column}
                <span className="block font-normal text-muted">{toRole(column)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map(({ line, cells }) => (
            <tr key={line}>
              <td>{line}</td>
              {header.map((column, index) => (
                <td key={column} className={isWrong(line, column) ? 'text-warning' : ''}>
                  {cells[index] || '–'}
                  {isWrong(line, column) && ' (!)'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

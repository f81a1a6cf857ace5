'use client';
/**
 * The assumptions as a form and the results beside it. The form is sent by GET and
 * needs no script; with one, results follow each key stroke, reckoned here by the
 * same code as on the server, and the pictures follow as soon as one pauses.
 */
import { useRouter } from 'next/navigation';
import { type ChangeEvent, type ReactNode, useRef, useState, useTransition } from 'react';
import { type AssumptionRanges, listUsed, type Ways } from '@/estimates/model';
import { type CalculatorSlug, estimateModels } from '@/estimates/models';
import { readFields, wordRangeIssue } from '@/estimates/parse-range';
import { simulate } from '@/estimates/simulate';
import { FIELD } from '../_ui/field';
import { ResultTable } from './result-table';

export interface FormField {
  /** What stood there when the page was made. */
  readonly text: string;
  /** The preset's own text; the address names only what differs. */
  readonly standing: string;
  /** Why the preset says so, as finished words and links. */
  readonly origin: ReactNode;
}

interface ScenarioFormProps {
  readonly calculator: CalculatorSlug;
  readonly path: string;
  /** The preset's address part; null for the first one, which needs none. */
  readonly preset: string | null;
  readonly presetWays: Ways;
  readonly ways: Ways;
  readonly fields: Readonly<Record<string, FormField>>;
  readonly fallback: AssumptionRanges;
  /** Parameters of the page that the form keeps as they are. */
  readonly kept: readonly (readonly [name: string, value: string])[];
  readonly result: string;
}

const PAUSE_MS = 400;

export function ScenarioForm(props: ScenarioFormProps) {
  const { calculator, path, preset, fields, fallback, kept, result } = props;
  const model = estimateModels[calculator];
  const router = useRouter();
  const [isDrawing, startDrawing] = useTransition();
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [ways, setWays] = useState(props.ways);
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(Object.entries(fields).map(([name, { text }]) => [name, text])),
  );
  const { ranges, issues } = readFields(model, ways, texts, fallback);
  const { spreads } = simulate(model, ranges, ways);

  /** The pictures are drawn on the server: its page for this address replaces ours. */
  function follow(nextTexts: typeof texts, nextWays: Ways) {
    clearTimeout(pause.current);
    pause.current = setTimeout(() => {
      const search = new URLSearchParams(preset ? { preset } : {});
      for (const [name, value] of Object.entries(nextWays)) {
        if (value !== props.presetWays[name]) search.set(name, value);
      }
      for (const name of listUsed(model, nextWays)) {
        const text = nextTexts[name]!;
        if (text.trim() !== fields[name]!.standing) search.set(name, text);
      }
      for (const [name, value] of kept) search.append(name, value);
      const query = search.toString();
      startDrawing(() => router.replace(query ? `${path}?${query}` : path, { scroll: false }));
    }, PAUSE_MS);
  }

  function write({ target: { name, value } }: ChangeEvent<HTMLInputElement>) {
    const next = { ...texts, [name]: value };
    setTexts(next);
    follow(next, ways);
  }

  function choose({ target: { name, value } }: ChangeEvent<HTMLSelectElement>) {
    const next = { ...ways, [name]: value };
    setWays(next);
    follow(texts, next);
  }

  return (
    <div className="mt-4 grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_380px]">
      <form action={path} method="get" aria-label="Assumptions" className="min-w-0">
        {preset && <input type="hidden" name="preset" value={preset} />}
        {kept.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <div className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
          {Object.entries(model.ways).map(([name, { label, options }]) => (
            <label key={name} className="flex items-center gap-2">
              <span className="text-muted">{label}</span>
              <select name={name} value={ways[name]} onChange={choose} className={FIELD}>
                {Object.entries(options).map(([value, words]) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
        <ul className="mt-3 grid gap-x-6 sm:grid-cols-2">
          {listUsed(model, ways).map((name) => (
            <Field
              key={name}
              name={name}
              assumption={model.assumptions[name]!}
              text={texts[name]!}
              isChanged={texts[name]!.trim() !== fields[name]!.standing}
              standing={fields[name]!.standing}
              origin={fields[name]!.origin}
              problem={issues[name] ? wordRangeIssue(issues[name], model.assumptions[name]!) : null}
              onChange={write}
            />
          ))}
        </ul>
        <p className="mt-3 flex flex-wrap items-center gap-4 text-sm">
          <button
            type="submit"
            className="rounded-tremor-default border border-rule bg-raised px-4 py-1.5 font-medium text-accent"
          >
            Calculate
          </button>
          <span className="text-muted">
            One figure, or two with “to” between them: 8.5, 1,500, 8 to 9 billion, 3e9.
          </span>
        </p>
      </form>
      <ResultTable
        model={model}
        spreads={spreads}
        result={result}
        unread={Object.keys(issues).length}
        isDrawing={isDrawing}
      />
    </div>
  );
}

function Field({
  name,
  assumption: { label, unit, meaning },
  text,
  standing,
  isChanged,
  origin,
  problem,
  onChange,
}: {
  name: string;
  assumption: { label: string; unit: string; meaning: string };
  text: string;
  standing: string;
  isChanged: boolean;
  origin: ReactNode;
  problem: string | null;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}) {
  return (
    <li className="border-t border-rule py-2 text-sm">
      <label htmlFor={name} className="font-medium">
        {label}
      </label>
      <span className="mt-1 flex items-center gap-2">
        <input
          id={name}
          name={name}
          value={text}
          onChange={onChange}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={problem ? true : undefined}
          aria-describedby={`${name}-about`}
          className={`${FIELD} w-40 min-w-0 grow tabular-nums aria-invalid:border-warning`}
        />
        <span className="w-2/5 text-xs text-muted">{unit}</span>
      </span>
      <span id={`${name}-about`} className="mt-1 block text-xs text-muted">
        {problem && (
          <strong className="block font-medium text-warning">
            {problem} Reckoned with {standing} meanwhile.
          </strong>
        )}
        {meaning}{' '}
        {isChanged ? (
          <span className="text-ink">Changed by you; the preset says {standing}.</span>
        ) : (
          origin
        )}
      </span>
    </li>
  );
}

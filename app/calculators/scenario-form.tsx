/**
 * The assumptions as a form and the results next to it. The form is sent by GET and
 * needs no script; with one, it is sent as soon as one pauses in typing, and the page
 * that answers is put in the place of this one.
 */
import type { ReactNode } from 'react';
import { type EstimateModel, listUsed, type Ways } from '@/estimates/model';
import { wordRangeIssue } from '@/estimates/parse-range';
import { DRAWS, type Spread } from '@/estimates/simulate';
import type { CalculatorView } from '@/subjects/calculators/calculator-view';
import { formatCount, formatValue } from '@/units/format-value';
import { FIELD } from '../_ui/field';

interface ScenarioFormProps {
  readonly view: CalculatorView;
  readonly path: string;
  /** The preset's own texts; the address names only what differs. */
  readonly standing: Readonly<Record<string, string>>;
  /** Why the preset says so, as finished words and links. */
  readonly origins: Readonly<Record<string, ReactNode>>;
  /** Parameters of the page that the form keeps as they are. */
  readonly kept: readonly (readonly [name: string, value: string])[];
}

export function ScenarioForm({ view, path, standing, origins, kept }: ScenarioFormProps) {
  const { calculator, presets, scenario, spreads, result } = view;
  const { model } = calculator;
  const { preset, ways, texts, issues } = scenario;
  const toStanding = (name: string): Ways[string] | undefined =>
    preset.ways[name] ?? model.ways[name]?.preferred;
  const used = listUsed(model, ways);
  const others = used.slice(FIRST_FIELDS);
  const isOwn = (name: string) => texts[name]?.trim() !== standing[name];
  const fields = { view, standing, origins };
  return (
    <div className="mt-4 grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_380px]">
      <div className="lg:sticky lg:top-18 lg:order-last">
        <ResultTable
          model={model}
          spreads={spreads}
          result={result}
          unread={Object.keys(issues).length}
        />
      </div>
      <form
        // A preset starts afresh; within one, what is being typed must stay.
        id={`scenario-${preset.slug}`}
        action={path}
        data-follows=""
        aria-label="Assumptions"
        className="min-w-0"
      >
        <h2 className="text-lg font-semibold tracking-tight">{preset.name}</h2>
        {preset.about.map((paragraph) => (
          <p key={paragraph} className="mt-1 max-w-[70ch] text-sm">
            {paragraph}
          </p>
        ))}
        {preset !== presets[0] && <input type="hidden" name="preset" value={preset.slug} />}
        <div className="mt-3 flex flex-wrap gap-x-6 gap-y-2 text-sm">
          {Object.entries(model.ways).map(([name, { label, options }]) => (
            <label key={name} className="flex items-center gap-2">
              <span className="text-muted">{label}</span>
              <select
                name={name}
                defaultValue={ways[name]}
                data-standing={toStanding(name)}
                className={FIELD}
              >
                {Object.entries(options).map(([value, words]) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
        <Fields names={used.slice(0, FIRST_FIELDS)} {...fields} />
        {others.length > 0 && (
          <details className="mt-2" open={others.some((name) => isOwn(name) || name in issues)}>
            <summary className="w-fit cursor-pointer text-sm text-accent">
              {others.length} more assumptions
            </summary>
            <Fields names={others} {...fields} />
          </details>
        )}
        {kept.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
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
    </div>
  );
}

/** So many assumptions stand open; the others follow when somebody asks for them. */
const FIRST_FIELDS = 4;

function Fields({
  names,
  view,
  standing,
  origins,
}: Pick<ScenarioFormProps, 'view' | 'standing' | 'origins'> & { names: readonly string[] }) {
  const { model } = view.calculator;
  const { texts, issues } = view.scenario;
  return (
    <ul className="mt-3 grid gap-x-6 sm:grid-cols-2">
      {names.map((name) => (
        <Field
          key={name}
          name={name}
          assumption={model.assumptions[name]!}
          text={texts[name]!}
          isChanged={texts[name]!.trim() !== standing[name]}
          standing={standing[name]!}
          origin={origins[name]}
          problem={
            issues[name]
              ? wordRangeIssue(issues[name], texts[name]!, model.assumptions[name]!)
              : null
          }
        />
      ))}
    </ul>
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
}: {
  name: string;
  assumption: { label: string; unit: string; meaning: string };
  text: string;
  standing: string;
  isChanged: boolean;
  origin: ReactNode;
  problem: string | null;
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
          defaultValue={text}
          data-standing={standing}
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
            {problem} Calculating with {standing} until then.
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

/** The results with their ranges. */
function ResultTable({
  model,
  spreads,
  result,
  unread,
}: {
  model: EstimateModel;
  spreads: Readonly<Record<string, Spread>>;
  /** The result that the pictures show; set off from the others. */
  result: string;
  /** How many fields need another value. */
  unread: number;
}) {
  const isRanged = Object.values(spreads).some(({ p5, p95 }) => p5 !== p95);
  return (
    <section
      aria-labelledby="results"
      className="rounded-tremor-default border border-rule bg-card p-4"
    >
      <h2 id="results" className="text-lg font-semibold tracking-tight">
        Results
      </h2>
      <table className="mt-2 w-full text-sm" aria-live="polite">
        <thead className="text-muted">
          <tr>
            <th scope="col" className="py-1 text-left font-normal">
              Result
            </th>
            <th scope="col" className="py-1 text-right font-normal">
              {isRanged ? 'Middle' : 'Estimate'}
            </th>
            {isRanged && (
              <th scope="col" className="py-1 pl-3 text-right font-normal">
                5% – 95%
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {Object.entries(model.results).map(([name, { label, unit }]) => {
            const { p5, p50, p95 } = spreads[name]!;
            return (
              <tr key={name} className="border-t border-rule">
                <th
                  scope="row"
                  className={`py-1.5 text-left ${name === result ? 'font-semibold' : 'font-normal'}`}
                >
                  {label}
                </th>
                <td className="py-1.5 text-right font-semibold whitespace-nowrap">
                  {formatValue(p50, unit)}
                </td>
                {isRanged && (
                  <td className="py-1.5 pl-3 text-right text-xs text-muted">
                    {p5 === p95 ? '–' : `${formatValue(p5, unit)} – ${formatValue(p95, unit)}`}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      {unread > 0 && (
        <p className="mt-2 text-xs font-medium text-warning">
          {unread === 1 ? 'One field needs another value' : `${unread} fields need another value`}:
          computed with the preset’s figure instead.
        </p>
      )}
      {isRanged && (
        <p className="mt-2 text-xs text-muted">
          From {formatCount(DRAWS)} draws: half lie below the middle, nine of ten within the range.
        </p>
      )}
    </section>
  );
}

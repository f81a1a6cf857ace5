/** How a visitor's file was read, said aloud: each clause is a control, questions come first. */
import { useId } from 'react';
import type { OwnChoices } from '@/views/own-data/own-choices';
import type { Clause } from '@/views/own-data/own-clauses';
import type { OwnReading } from '@/views/own-data/own-reading';
import { FIELD } from '../_ui/field';

type Choose = (id: keyof OwnChoices, value: string | readonly string[]) => void;

export function OwnReadingView({
  reading: { clauses, series, drawn, read, notes, problems },
  choices,
  onChoose,
}: {
  reading: OwnReading;
  choices: OwnChoices;
  onChoose: Choose;
}) {
  const open = clauses.filter(({ isQuestion, value }) => isQuestion && value === '');
  const settled = clauses.filter((clause) => !open.includes(clause));
  return (
    <>
      {open.length > 0 && (
        <fieldset className="border-l-2 border-warning pl-3">
          <legend className="font-semibold">
            {open.length === 1 ? 'One question' : `${open.length} questions`} before it is drawn
          </legend>
          {open.map((clause) => (
            <Control key={clause.id} clause={clause} onChoose={onChoose} />
          ))}
        </fieldset>
      )}
      <fieldset className="flex flex-wrap gap-x-5 gap-y-2">
        <legend className="mb-1 font-semibold">How it was read</legend>
        {settled.map((clause) =>
          clause.id === 'names' ? (
            <Names
              key={clause.id}
              clause={clause}
              drawn={choices.names ?? series.map(({ label }) => label.replace(/ \(yours.*\)$/, ''))}
              onChoose={onChoose}
            />
          ) : (
            <Control key={clause.id} clause={clause} onChoose={onChoose} />
          ),
        )}
      </fieldset>
      <div role="status">
        <p>
          {drawn} of {read} figures are drawn
          {problems.length > 0 ? '; cells with a problem are left out' : ''}.
        </p>
        {notes.map((note) => (
          <p key={note} className="text-muted">
            {note}
          </p>
        ))}
      </div>
    </>
  );
}

function Control({
  clause: { id, label, value, options, isQuestion },
  onChoose,
}: {
  clause: Clause;
  onChoose: Choose;
}) {
  const field = useId();
  const isOpen = isQuestion && value === '';
  return (
    <div className="flex flex-wrap items-center gap-2">
      <label htmlFor={field} className={isOpen ? '' : 'text-muted'}>
        {label}
      </label>
      <select
        id={field}
        value={value}
        onChange={({ target }) => onChoose(id, target.value)}
        className={`${FIELD} max-w-72`}
      >
        {isOpen && <option value="">Choose …</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {id === 'rate' && <Rate onChoose={onChoose} />}
    </div>
  );
}

/** A rate of the visitor's own: the tracker has none. */
function Rate({ onChoose }: { onChoose: Choose }) {
  return (
    <label className="flex items-center gap-2">
      or US dollars for one
      <input
        type="number"
        min="0"
        step="any"
        className={`${FIELD} w-24`}
        onChange={({ target }) => onChoose('rate', Number(target.value) > 0 ? target.value : '')}
      />
    </label>
  );
}

/** Which of many series are drawn; the largest before anything is chosen. */
function Names({
  clause,
  drawn,
  onChoose,
}: {
  clause: Clause;
  drawn: readonly string[];
  onChoose: Choose;
}) {
  const names = clause.options.map(({ value }) => value);
  const isAll = drawn.length === names.length;
  return (
    <details>
      <summary>
        {isAll
          ? `All ${names.length} series`
          : `${drawn.length} of ${names.length} series: the largest, or choose`}
      </summary>
      <div className="mt-1 grid max-h-56 grid-cols-2 gap-x-4 overflow-auto">
        {names.map((name) => (
          <label key={name} className="flex items-center gap-2">
            <input
              type="checkbox"
              checked={drawn.includes(name)}
              onChange={({ target }) =>
                onChoose(
                  'names',
                  target.checked ? [...drawn, name] : drawn.filter((one) => one !== name),
                )
              }
            />
            {name}
          </label>
        ))}
      </div>
    </details>
  );
}

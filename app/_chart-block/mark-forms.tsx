/**
 * What a reader marks on a chart: a note of their own at a place of it, and what is to stand out.
 * Plain forms of the chart's own page, which keep its other choices.
 */
import { LONGEST_NOTE, MOST_NOTES } from '@/address/marks';
import { listNames } from '@/charts/kinds';
import { listUnknownLetters } from '@/charts/text-width';
import type { ChartView } from '@/views/chart-view';
import { listNotePlaces } from '@/views/mark-model';
import { UPDATE } from '@/views/page-view';
import { FIELD } from '../_ui/field';

export function MarkForms({
  view: { chart, model, marks, canonical },
  heading: Heading,
}: {
  view: ChartView;
  heading: 'h2' | 'h3';
}) {
  const { focus, notes } = marks;
  const names = listNames(model);
  const undrawn = listUnknownLetters(notes.map(({ text }) => text).join('')).join('');
  const action = `/charts/${chart.slug}#${chart.slug}`;
  const toHidden = (left: string) =>
    Object.entries(canonical).map(([name, value]) =>
      name === left ? null : <input key={name} type="hidden" name={name} value={value} />,
    );
  return (
    <div className="mark-forms">
      <form action={action} aria-label="Add a note">
        <Heading>Add a note</Heading>
        {notes.length < MOST_NOTES ? (
          <>
            {toHidden('')}
            <p>
              <label>
                At{' '}
                <select name="note" className={FIELD}>
                  {listNotePlaces(model).map(({ id, label }) => (
                    <option key={id} value={`${id}:`}>
                      {label}
                    </option>
                  ))}
                </select>
              </label>
            </p>
            <p>
              <label>
                Note{' '}
                <input
                  name="note"
                  required
                  maxLength={LONGEST_NOTE}
                  autoComplete="off"
                  className={`${FIELD} w-full`}
                />
              </label>
            </p>
            <p className="panel-buttons">
              <button type="submit" name={UPDATE} value="chart" className="primary">
                Add note
              </button>
            </p>
            <p>It is part of this chart’s link, its images and its files, marked as yours.</p>
            {undrawn !== '' && (
              <p>PNG and PDF have no font for {undrawn}. Use SVG, PowerPoint or Word.</p>
            )}
          </>
        ) : (
          <p>A chart takes {MOST_NOTES} notes. Remove one to add another.</p>
        )}
      </form>
      {names.length > 1 && (
        <form action={action} aria-label="Highlight">
          {toHidden('focus')}
          <fieldset>
            <legend>Highlight</legend>
            {names.map(({ id, label }) => (
              <label key={id}>
                <input
                  type="checkbox"
                  name="focus"
                  value={id}
                  defaultChecked={focus.some((one) => one.id === id)}
                />{' '}
                {label}
              </label>
            ))}
          </fieldset>
          <p className="panel-buttons">
            <button type="submit" name={UPDATE} value="chart" className="primary">
              Highlight
            </button>
          </p>
        </form>
      )}
    </div>
  );
}

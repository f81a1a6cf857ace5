/** What an estimate looks like: its spread, what moves it, other scenarios to compare with. */
import { type CalculatorView, toCalculatorHref } from '@/subjects/calculators/calculator-view';
import type { EstimatePicture } from '@/subjects/calculators/pictures';
import { MOST_COMPARED, toComparedKey } from '@/subjects/calculators/scenario';
import { ChartDrawing } from '../_chart-block/chart-drawing';
import { Card } from '../_ui/tremor';

export function Pictures({ view }: { view: CalculatorView }) {
  const { pictures, summary } = view;
  return (
    <section aria-labelledby="pictures" className="mt-6">
      <h2 id="pictures" className="text-lg font-semibold tracking-tight">
        What moves the result
      </h2>
      <ResultLinks view={view} />
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-4">
        {pictures.map((picture) => (
          <PictureCard key={picture.name} picture={picture} />
        ))}
        {pictures.length === 0 && <p className="text-sm">{summary}</p>}
      </div>
      <Comparing view={view} />
    </section>
  );
}

/** The address of the scenario with another result, or compared with others. */
function toAddress(
  view: CalculatorView,
  changes: Partial<Pick<CalculatorView, 'result' | 'keys'>>,
): string {
  return `${toCalculatorHref({ ...view, ...changes }, view.scenario.unread)}#pictures`;
}

function ResultLinks({ view }: { view: CalculatorView }) {
  return (
    <nav aria-label="Result shown" className="no-print mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      <span className="text-muted">Show</span>
      {Object.entries(view.calculator.model.results).map(([name, { label }]) => (
        <a
          key={name}
          href={toAddress(view, { result: name })}
          aria-current={name === view.result || undefined}
          className={name === view.result ? 'font-semibold text-ink' : ''}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}

function PictureCard({ picture }: { picture: EstimatePicture }) {
  const { title, subtitle, summary, model } = picture;
  return (
    <Card className="min-w-0 px-4 py-3">
      <figure>
        <figcaption className="mb-1">
          <strong className="block text-base font-semibold">{title}</strong>
          <span className="text-sm text-muted">{subtitle}</span>
        </figcaption>
        <ChartDrawing drawable={{ model, label: `${title}. ${summary}` }} />
        <p className="mt-1 text-sm">{summary}</p>
      </figure>
    </Card>
  );
}

/** Up to three others besides the scenario on the page: presets, or the page's own kept aside. */
function Comparing({ view }: { view: CalculatorView }) {
  const { scenario, compared, presets, keys } = view;
  const ownKey = toComparedKey(scenario);
  const isFull = keys.length >= MOST_COMPARED;
  const others = presets.filter(({ slug }) => !keys.includes(slug) && slug !== ownKey);
  return (
    <details className="no-print mt-3 text-sm" open={compared.length > 0}>
      <summary className="w-fit cursor-pointer text-accent">Compare scenarios, up to four</summary>
      {compared.length > 0 && (
        <ul className="grid gap-1">
          {compared.map(({ key, scenario: { name } }) => (
            <li key={key}>
              {name}{' '}
              <a
                href={toAddress(view, { keys: keys.filter((one) => one !== key) })}
                aria-label={`Remove ${name}`}
              >
                remove
              </a>
            </li>
          ))}
        </ul>
      )}
      {isFull ? (
        <p className="text-muted">Four is the most; remove one to add another.</p>
      ) : (
        <>
          <p className="flex flex-wrap gap-x-4 gap-y-1">
            <span className="text-muted">Add</span>
            {others.map(({ slug, name }) => (
              <a key={slug} href={toAddress(view, { keys: [...keys, slug] })}>
                {name}
              </a>
            ))}
          </p>
          {!keys.includes(ownKey) && (
            <p>
              <a href={toAddress(view, { keys: [...keys, ownKey] })}>Keep this scenario aside</a>
              <span className="text-muted">, then change it to compare both.</span>
            </p>
          )}
        </>
      )}
    </details>
  );
}

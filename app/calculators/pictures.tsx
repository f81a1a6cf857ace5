/** What an estimate looks like: its spread, what moves it, other scenarios beside it. */
import { Card } from '@tremor/react';
import Link from 'next/link';
import type { CalculatorView, Picture } from '@/catalog/calculators/calculator-view';
import { MOST_COMPARED, toComparedKey } from '@/catalog/calculators/comparison';
import { type CalculatorSlug, estimateModels } from '@/estimates/models';

interface PicturesProps {
  readonly calculator: CalculatorSlug;
  readonly view: CalculatorView;
  readonly path: string;
}

export function Pictures(props: PicturesProps) {
  const { calculator, view, path } = props;
  const model = estimateModels[calculator];
  const { label } = model.results[view.result as keyof typeof model.results]!;
  return (
    <section aria-labelledby="pictures" className="mt-10">
      <h2 id="pictures" className="text-lg font-semibold tracking-tight">
        How sure is it, and what matters most?
      </h2>
      <ResultLinks {...props} />
      <div className="mt-3 grid gap-4">
        {view.distribution && (
          <PictureCard
            title={`${label}: how the draws spread`}
            subtitle="10,000 draws; higher columns are drawn more often"
            picture={view.distribution}
          />
        )}
        <PictureCard
          title={`${label}: what moves it`}
          subtitle="Each assumption alone from one end of its range to the other, all others at their middle. Lighter bars: single figures, moved by a tenth either way"
          picture={view.tornado}
        />
        {view.comparison && (
          <PictureCard
            title={`${label}: compared`}
            subtitle="Middle and the range of nine tenths of the draws"
            picture={view.comparison}
          />
        )}
      </div>
      <Comparing view={view} path={path} />
    </section>
  );
}

/** The address of the scenario with another result, or with others beside it. */
function toAddress(
  { scenario, result, compared }: CalculatorView,
  path: string,
  { of = result, keys = compared.map(({ key }) => key) }: { of?: string; keys?: string[] },
): string {
  const search = new URLSearchParams({ ...scenario.canonical, of });
  for (const key of keys) search.append('with', key);
  return `${path}?${search}#pictures`;
}

function ResultLinks({ calculator, view, path }: PicturesProps) {
  return (
    <nav aria-label="Result shown" className="no-print mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      <span className="text-muted">Show</span>
      {Object.entries(estimateModels[calculator].results).map(([name, { label }]) => (
        <Link
          key={name}
          href={toAddress(view, path, { of: name })}
          prefetch={false}
          scroll={false}
          aria-current={name === view.result ? 'true' : undefined}
          className={name === view.result ? 'font-semibold text-ink' : ''}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}

function PictureCard({
  title,
  subtitle,
  picture,
}: {
  title: string;
  subtitle: string;
  picture: Picture;
}) {
  return (
    <Card className="min-w-0 p-4">
      <figure>
        <figcaption className="mb-2">
          <strong className="block text-base font-semibold">{title}</strong>
          <span className="text-sm text-muted">{subtitle}</span>
        </figcaption>
        <div
          className="drawing drawing-wide"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: the server's own drawing, texts escaped by Plot
          dangerouslySetInnerHTML={{ __html: picture.wide.svg }}
        />
        <div
          className="drawing drawing-narrow"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: the server's own drawing, texts escaped by Plot
          dangerouslySetInnerHTML={{ __html: picture.narrow.svg }}
        />
        <p className="mt-2 text-sm">{picture.summary}</p>
      </figure>
    </Card>
  );
}

/** Up to three others beside the scenario on the page: presets, or the page's own kept aside. */
function Comparing({ view, path }: { view: CalculatorView; path: string }) {
  const { scenario, compared, presets } = view;
  const keys = compared.map(({ key }) => key);
  const ownKey = toComparedKey(scenario);
  const isFull = keys.length >= MOST_COMPARED;
  const others = presets.filter(({ slug }) => !keys.includes(slug) && slug !== ownKey);
  return (
    <div className="no-print mt-4 grid gap-2 text-sm">
      <h3 className="text-sm font-semibold">Compare up to four scenarios</h3>
      {compared.length > 0 && (
        <ul className="grid gap-1">
          {compared.map(({ key, scenario: { name } }) => (
            <li key={key}>
              {name}{' '}
              <Link
                href={toAddress(view, path, { keys: keys.filter((one) => one !== key) })}
                prefetch={false}
                scroll={false}
                aria-label={`Remove ${name}`}
              >
                remove
              </Link>
            </li>
          ))}
        </ul>
      )}
      {isFull ? (
        <p className="text-muted">Four are side by side; remove one to add another.</p>
      ) : (
        <>
          <p className="flex flex-wrap gap-x-4 gap-y-1">
            <span className="text-muted">Add</span>
            {others.map(({ slug, name }) => (
              <Link
                key={slug}
                href={toAddress(view, path, { keys: [...keys, slug] })}
                prefetch={false}
                scroll={false}
              >
                {name}
              </Link>
            ))}
          </p>
          {!keys.includes(ownKey) && (
            <p>
              <Link
                href={toAddress(view, path, { keys: [...keys, ownKey] })}
                prefetch={false}
                scroll={false}
              >
                Keep this scenario aside
              </Link>
              <span className="text-muted">, then change it: both stand side by side.</span>
            </p>
          )}
        </>
      )}
    </div>
  );
}

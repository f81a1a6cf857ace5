/** A calculator's page: presets, assumptions, results, pictures, checks, formulas. */
import Link from 'next/link';
import type { ReactNode } from 'react';
import { type CalculatorView, getCalculatorView } from '@/catalog/calculators/calculator-view';
import type { Given } from '@/catalog/calculators/preset';
import { toTexts } from '@/catalog/calculators/scenario';
import { type Query, toHref } from '@/catalog/parameters';
import type { SourceRow } from '@/db/queries/names';
import { type CalculatorSlug, estimateModels } from '@/estimates/models';
import { SourceList } from '../chart/source-list';
import { getTracker } from '../tracker';
import { Corrections } from '../ui/corrections';
import { PageHeading } from '../ui/page-heading';
import { CheckedFigures } from './checked-figures';
import { Formulas } from './formulas';
import { HiddenTable } from './hidden-table';
import { Pictures } from './pictures';
import { ScenarioForm } from './scenario-form';

export async function CalculatorPage({
  calculator,
  query,
  title,
  children,
}: {
  calculator: CalculatorSlug;
  query: Query;
  title: string;
  children: ReactNode;
}) {
  const { view, corrections } = await getCalculatorView(getTracker(), calculator, query);
  const { scenario, presets, sources } = view;
  const model = estimateModels[calculator];
  const path = `/calculators/${calculator}`;
  const fallback = Object.fromEntries(
    Object.entries(scenario.preset.given).map(([name, { range }]) => [name, range]),
  );
  const standing = toTexts(model, fallback);
  const fields = Object.fromEntries(
    Object.keys(model.assumptions).map((name) => [
      name,
      {
        text: scenario.texts[name]!,
        standing: standing[name]!,
        origin: <OriginText given={scenario.preset.given[name]!} sources={sources} />,
      },
    ]),
  );
  const kept = [
    ...(view.result === model.headline ? [] : [['of', view.result] as const]),
    ...view.compared.map(({ key }) => ['with', key] as const),
  ];
  return (
    <>
      <PageHeading title={title}>{children}</PageHeading>
      <Corrections corrections={corrections} />
      <PresetLinks view={view} path={path} />
      <div className="mt-4 max-w-[70ch]">
        <h2 className="text-lg font-semibold tracking-tight">{scenario.preset.name}</h2>
        {scenario.preset.about.map((paragraph) => (
          <p key={paragraph} className="mt-1">
            {paragraph}
          </p>
        ))}
      </div>
      <ScenarioForm
        // A preset starts afresh; within one, what is being typed must stay.
        key={scenario.preset.slug}
        calculator={calculator}
        path={path}
        preset={scenario.preset === presets[0] ? null : scenario.preset.slug}
        presetWays={scenario.preset.ways}
        ways={scenario.ways}
        fields={fields}
        fallback={fallback}
        kept={kept}
        result={view.result}
      />
      <Pictures calculator={calculator} view={view} path={path} />
      {view.hidden && <HiddenTable hidden={view.hidden} ranges={scenario.ranges} />}
      <CheckedFigures checked={view.checked} path={path} />
      <Formulas calculator={calculator} />
      <div className="mt-10 max-w-[70ch] text-sm">
        <SourceList sources={[...sources.values()]} heading="h2" />
      </div>
    </>
  );
}

const kindWords: Readonly<Record<Given['origin']['kind'], string>> = {
  source: '',
  derived: 'Derived: ',
  judgement: 'Our assumption: ',
};

function OriginText({
  given: { origin },
  sources,
}: {
  given: Given;
  sources: ReadonlyMap<string, SourceRow>;
}) {
  const source = origin.source === null ? undefined : sources.get(origin.source);
  return (
    <>
      {kindWords[origin.kind]}
      {origin.text}
      {source?.url && (
        <>
          {' '}
          <a href={source.url}>{source.publisher}</a>
        </>
      )}
    </>
  );
}

function PresetLinks({
  view: { presets, scenario },
  path,
}: {
  view: CalculatorView;
  path: string;
}) {
  const groups = [...new Set(presets.map(({ group }) => group))];
  return (
    <nav aria-label="Presets" className="no-print grid gap-2 text-sm">
      {groups.map((group) => (
        <div key={group} className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <span className="text-muted">{group}</span>
          {presets
            .filter((preset) => preset.group === group)
            .map(({ slug, name }) => (
              <Link
                key={slug}
                href={toHref(path, { preset: slug === presets[0]?.slug ? null : slug })}
                prefetch={false}
                scroll={false}
                aria-current={slug === scenario.preset.slug ? 'true' : undefined}
                className={slug === scenario.preset.slug ? 'font-semibold text-ink' : ''}
              >
                {name}
              </Link>
            ))}
        </div>
      ))}
    </nav>
  );
}

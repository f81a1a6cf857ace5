import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { listParameters, toHref } from '@/address/href';
import type { Query } from '@/address/parameters';
import { nameOrigin } from '@/data/sources/origins';
import type { SourceRow } from '@/db/queries/names';
import type { Ways } from '@/estimates/model';
import { toCalculatorPublication } from '@/exports/calculator-publication';
import { toFormatUrl } from '@/exports/links';
import { presets } from '@/exports/picture/size';
import { toSiteOrigin } from '@/exports/site';
import {
  type CalculatorView,
  findCalculatorView,
  listCalculatorParameters,
  toCalculatorHref,
} from '@/subjects/calculators/calculator-view';
import { type Calculator, getCalculator } from '@/subjects/calculators/calculators';
import { listPublishedChecks } from '@/subjects/calculators/compare-with-published';
import type { Given } from '@/subjects/calculators/preset';
import { toTexts } from '@/subjects/calculators/scenario';
import { PublicationPanel } from '../../_chart-block/panels';
import { SourceItem } from '../../_chart-block/source-list';
import { AboutFigures, PageHeading, PageSection } from '../../_ui/headings';
import { Corrections, FrozenNotice, leaveOut, TooOldNotice } from '../../_ui/notices';
import { Card } from '../../_ui/tremor';
import { describeCalculator } from '../../all-pages';
import { type SlugProps, toOEmbedTypes } from '../../page-head';
import { getAskedTracker } from '../../tracker';
import { CheckedFigures, Formulas, HiddenTable } from '../behind-estimate';
import { Pictures } from '../pictures';
import { ScenarioForm } from '../scenario-form';

/** The picture shown where the address is posted is of this scenario and this result. */
export async function generateMetadata({ params, searchParams }: SlugProps): Promise<Metadata> {
  const calculator = getCalculator((await params).slug);
  if (!calculator) return {};
  const query = await searchParams;
  const { view } = await findCalculatorView(getAskedTracker(query), calculator, query);
  if (!view) return { title: calculator.question, description: calculator.outline };
  const publication = toCalculatorPublication(view);
  const own = `${toSiteOrigin()}${toCalculatorHref(view)}`;
  const images = publication.pictures.slice(0, 1).map(({ title }) => ({
    url: toFormatUrl(publication, 'png', { size: 'social' }),
    width: presets.social.width,
    height: presets.social.height,
    alt: `${title}. ${view.summary}`,
  }));
  return {
    title: calculator.question,
    description: describeCalculator(calculator),
    alternates: { canonical: own, types: toOEmbedTypes(toCalculatorHref(view)) },
    openGraph: {
      type: 'article',
      url: own,
      siteName: 'AI Hardware Tracker',
      title: publication.title,
      description: view.summary,
      images,
    },
    twitter: { card: 'summary_large_image', images },
  };
}

/** A calculator, filled in as the address says. */
export default async function PublishedCalculatorPage({ params, searchParams }: SlugProps) {
  const calculator = getCalculator((await params).slug);
  if (!calculator) notFound();
  return <CalculatorPage calculator={calculator} query={await searchParams} />;
}

/** A calculator's page: presets, assumptions, results, pictures, downloads, checks, formulas. */
async function CalculatorPage({ calculator, query }: { calculator: Calculator; query: Query }) {
  const tracker = getAskedTracker(query);
  const asked = await findCalculatorView(tracker, calculator, query);
  const path = `/calculators/${calculator.slug}`;
  if (!asked.view) {
    return (
      <>
        <PageHeading title={calculator.question} />
        <TooOldNotice snapshot={tracker.snapshot} lacking={asked.lacking} href={path} />
      </>
    );
  }
  const { view, corrections } = asked;
  leaveOut(path, query, corrections);
  const { scenario, presets, sources, frozen } = view;
  const { model, question, lead } = calculator;
  const address = toCalculatorHref(view, scenario.unread);
  // A form sends every field; its page is the one that names only what differs.
  if (corrections.length === 0 && isLonger(query, calculator, address)) redirect(address);
  const toPresetHref = (slug: string, ways: Ways = {}) => {
    const own = presets.find((preset) => preset.slug === slug)?.ways;
    const other = Object.entries(ways).filter(([name, way]) => way !== own?.[name]);
    return toHref(path, {
      preset: slug === presets[0]?.slug ? null : slug,
      ...Object.fromEntries(other),
      snapshot: frozen,
    });
  };
  const fallback = Object.fromEntries(
    Object.entries(scenario.preset.given).map(([name, { range }]) => [name, range]),
  );
  const kept = listParameters(address).filter(([name]) =>
    ['of', 'with', 'snapshot'].includes(name),
  );
  return (
    <>
      <PageHeading title={question} />
      {frozen && (
        <FrozenNotice
          snapshot={tracker.snapshot}
          href={toCalculatorHref({ ...view, frozen: null }, scenario.unread)}
        />
      )}
      <Corrections corrections={corrections} />
      <PresetLinks view={view} toPresetHref={toPresetHref} />
      <ScenarioForm
        view={view}
        path={path}
        standing={toTexts(model, fallback)}
        origins={buildOrigins(view)}
        kept={kept}
      />
      <Pictures view={view} />
      <Card className="mt-3 px-4 pt-0 pb-3">
        <PublicationPanel publication={toCalculatorPublication(view)} />
      </Card>
      {view.hidden && <HiddenTable hidden={view.hidden} ranges={scenario.ranges} />}
      <CheckedFigures
        checked={await listPublishedChecks(tracker, calculator)}
        toPresetHref={toPresetHref}
      />
      <Formulas model={model} />
      <PageSection id="sources" title="Sources" folded={`${sources.length}`}>
        <ul className="mt-2 grid max-w-[70ch] gap-1 text-sm">
          {sources.map((source) => (
            <SourceItem key={source.source} source={source} />
          ))}
        </ul>
      </PageSection>
      <AboutFigures
        notes={[lead, 'Results are our estimates from the assumptions shown, not measurements.']}
      />
    </>
  );
}

/** Whether an address names more of the calculator's parameters than it has to. */
function isLonger(query: Query, calculator: Calculator, address: string): boolean {
  const needed = listParameters(address).length;
  const known = listCalculatorParameters(calculator);
  return known.flatMap((name) => query[name] ?? []).length > needed;
}

function buildOrigins({
  calculator,
  scenario,
  sources,
}: CalculatorView): Record<string, ReactNode> {
  return Object.fromEntries(
    Object.keys(calculator.model.assumptions).map((name) => [
      name,
      <OriginText key={name} given={scenario.preset.given[name]!} sources={sources} />,
    ]),
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
  sources: readonly SourceRow[];
}) {
  const source = sources.find((one) => one.source === origin.source);
  return (
    <>
      {kindWords[origin.kind]}
      {origin.text}
      {source?.url && (
        <>
          {' '}
          <a href={source.url}>{nameOrigin(source)}</a>
        </>
      )}
    </>
  );
}

function PresetLinks({
  view: { presets, scenario },
  toPresetHref,
}: {
  view: CalculatorView;
  toPresetHref: (preset: string) => string;
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
              <a
                key={slug}
                href={toPresetHref(slug)}
                aria-current={slug === scenario.preset.slug || undefined}
                className={slug === scenario.preset.slug ? 'font-semibold text-ink' : ''}
              >
                {name}
              </a>
            ))}
        </div>
      ))}
    </nav>
  );
}

import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { toFrozenHref } from '@/address/frozen-links';
import { toCorrectedHref, toDatasetHref, toEvidenceHref } from '@/address/links';
import { listUnknownParameters, type Query } from '@/address/parameters';
import { type Evidence, getEvidence } from '@/catalog/evidence';
import { describeEvidencePage } from '@/catalog/page-descriptions';
import type { Tracker } from '@/db/connection';
import { toDatasetPublication } from '@/exports/dataset-publication';
import { Citation } from '../../../_chart-block/citation';
import { Corrections } from '../../../_ui/corrections';
import { FrozenNotice } from '../../../_ui/frozen-notice';
import { PageHeading } from '../../../_ui/page-heading';
import { toPageHead } from '../../../page-head';
import { getAskedTracker } from '../../../tracker';
import { ComparedTable } from './compared-table';
import { EvidenceFacts } from './evidence-facts';
import { EvidenceSource } from './evidence-source';

interface Props {
  params: Promise<{ dataset: string; key: string }>;
  searchParams: Promise<Query>;
}

async function readEvidence(params: Props['params'], tracker: Tracker): Promise<Evidence | null> {
  const { dataset, key } = await params;
  return getEvidence(tracker, dataset, key);
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const evidence = await readEvidence(params, getAskedTracker(await searchParams));
  if (!evidence) return {};
  const heading = toHeading(evidence);
  return {
    title: `Evidence: ${heading}`,
    description: describeEvidencePage(heading, evidence),
    ...toPageHead(evidence.href),
  };
}

/** One figure: what it says, who says so, and where the same figure stands elsewhere. */
export default async function EvidencePage({ params, searchParams }: Props) {
  const query = await searchParams;
  const tracker = getAskedTracker(query);
  const { snapshot, isFrozen } = tracker;
  const evidence = await readEvidence(params, tracker);
  if (!evidence) {
    const { dataset, key } = await params;
    const corrected = toCorrectedHref(dataset, key);
    if (corrected) permanentRedirect(corrected);
    notFound();
  }
  const { contract, row, comparisons, charts, sources, href, page } = evidence;
  const frozen = isFrozen ? snapshot.id : null;
  // As the one row of its dataset, which the files of the citation are for.
  const filters = Object.fromEntries(contract.key.map((name) => [name, row[name] ?? null]));
  const selected = { search: '', filters, sort: [], page: 1 };
  const publication = await toDatasetPublication(tracker, contract, selected);
  return (
    <>
      <p className="mb-2 text-sm">
        <a href={toFrozenHref(toDatasetHref(contract.slug), frozen)}>{contract.title}</a>
        {page && (
          <>
            {' · '}
            <a href={page}>Its place on the site</a>
          </>
        )}
      </p>
      <PageHeading title={toHeading(evidence)}>
        {evidence.word('note') && <p>{evidence.word('note')}</p>}
      </PageHeading>
      {isFrozen && <FrozenNotice snapshot={snapshot} href={toEvidenceHref(contract, row)} />}
      <Corrections corrections={listUnknownParameters(query, ['snapshot'])} />
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_320px]">
        <EvidenceFacts evidence={evidence} snapshot={frozen} />
        <aside className="grid content-start gap-6 text-sm" aria-label="About this figure">
          {sources.map((source) => (
            <EvidenceSource key={source.source} source={source} />
          ))}
          {charts.length > 0 && (
            <section aria-labelledby="charts">
              <h2 id="charts" className="font-semibold">
                Charts of this data
              </h2>
              <ul className="mt-1 grid gap-1">
                {charts.map((chart) => (
                  <li key={chart.href}>
                    <a href={chart.href}>{chart.name}</a>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section aria-labelledby="address" className="min-w-0">
            <h2 id="address" className="font-semibold">
              The address of this figure
            </h2>
            <p className="mt-1 break-words">
              <a href={href}>
                <code>{href}</code>
              </a>
            </p>
            <p className="mt-1 text-muted">
              {isFrozen
                ? 'It is made of the row’s key and the snapshot, and keeps showing what was known then.'
                : 'It is made of the row’s key and stays, even if the figure is corrected.'}
            </p>
          </section>
          <section aria-labelledby="cite" className="min-w-0">
            <h2 id="cite" className="font-semibold">
              How to cite it
            </h2>
            <Citation publication={publication} />
          </section>
        </aside>
      </div>
      {comparisons.map((compared) => (
        <ComparedTable key={compared.title} compared={compared} />
      ))}
    </>
  );
}

function toHeading({ subject, figure }: Evidence): string {
  const start = subject.charAt(0).toUpperCase() + subject.slice(1);
  return figure === null ? start : `${start}: ${figure}`;
}

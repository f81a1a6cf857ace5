import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { toFrozenHref } from '@/address/frozen-links';
import { toCorrectedHref, toDatasetHref, toEvidenceHref, toSourceHref } from '@/address/links';
import type { Query } from '@/address/parameters';
import { type ComparedRows, type Evidence, getEvidence } from '@/catalog/evidence';
import { describeEvidencePage } from '@/catalog/page-descriptions';
import { type Column, toMeanings } from '@/data/contract';
import { wordOrigin } from '@/data/sources/origins';
import type { Tracker } from '@/db/connection';
import type { SourceRow } from '@/db/queries/names';
import { toDatasetPublication } from '@/exports/dataset-publication';
import type { Piece } from '@/subjects/names/link-names';
import { MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { Citation } from '../../../_chart-block/citation';
import { toReferenceHref } from '../../../_table/dataset-columns';
import { PageHeading } from '../../../_ui/headings';
import { FrozenNotice, leaveOutUnknown } from '../../../_ui/notices';
import { ScrollBox } from '../../../_ui/scroll-box';
import {
  Card,
  List,
  ListItem,
  TableBody,
  TableHead,
  TableHeaderCell,
  TableRow,
} from '../../../_ui/tremor';
import { toPageHead } from '../../../page-head';
import { getAskedTracker } from '../../../tracker';

interface Props {
  params: Promise<{ dataset: string; key: string }>;
  searchParams: Promise<Query>;
}

async function readEvidence(params: Props['params'], tracker: Tracker): Promise<Evidence | null> {
  const { dataset, key } = await params;
  return getOnce(tracker, dataset, key);
}

/** Once for the head and the body of a page. */
const getOnce = cache(getEvidence);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const evidence = await readEvidence(params, getAskedTracker(await searchParams));
  if (!evidence) return {};
  const heading = toHeading(evidence);
  return {
    title: `Evidence: ${heading}`,
    description: describeEvidencePage(heading, evidence),
    ...toPageHead(evidence.href, toPicture(evidence)),
  };
}

/** The first chart that shows the figure; absent: the overview's. */
function toPicture({ charts: [chart] }: Evidence) {
  if (!chart) return undefined;
  const [path = '', query = ''] = chart.href.split('?');
  const slug = path.replace('/charts/', '');
  return {
    chart: { slug },
    canonical: Object.fromEntries(new URLSearchParams(query)),
    summary: chart.name,
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
  leaveOutUnknown(evidence.href, query, ['snapshot']);
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
                ? 'It is made of the row’s key and the snapshot, and still shows what was known then.'
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

/** Every cell of a figure's row with what it means, and the row's line in the CSV. */
function EvidenceFacts({
  evidence,
  snapshot,
}: {
  evidence: Evidence;
  /** The frozen one that is shown; null: the present one. */
  snapshot: string | null;
}) {
  const { contract, row, word } = evidence;
  const columns = Object.entries(contract.columns);
  const known = columns.filter(([name]) => row[name] !== null);
  const blank = columns.filter(([name]) => row[name] === null);
  return (
    <section aria-labelledby="row" className="min-w-0">
      <h2 id="row" className="text-lg font-semibold tracking-tight">
        Details
      </h2>
      <List className="mt-1">
        {known.map(([name, column]) => (
          <ListItem
            key={name}
            className="grid items-start justify-normal gap-x-6 gap-y-0.5 py-2 sm:grid-cols-[10rem_minmax(0,1fr)]"
          >
            <span className="text-muted" title={column.meaning}>
              {column.label}
            </span>
            <div className="min-w-0 break-words">
              <FactValue
                column={column}
                value={String(row[name])}
                words={word(name) ?? MISSING}
                snapshot={snapshot}
              />
            </div>
          </ListItem>
        ))}
      </List>
      <p className="mt-3 text-sm text-muted">
        {blank.length > 0 &&
          `Not known: ${blank.map(([, { label }]) => label.toLowerCase()).join(', ')}. `}
        Line {row.line} of <code>{`data/${contract.slug}/${contract.slug}.csv`}</code>.
      </p>
    </section>
  );
}

function FactValue({
  column,
  value,
  words,
  snapshot,
}: {
  column: Column;
  value: string;
  words: string;
  snapshot: string | null;
}) {
  switch (column.type) {
    case 'reference':
      return <a href={toReferenceHref(column.to, value, snapshot)}>{words}</a>;
    case 'url':
      return <a href={value}>{value}</a>;
    case 'one-of':
      return (
        <>
          {words} <span className="block text-muted">{toMeanings(column)[value]}</span>
        </>
      );
    default:
      return words;
  }
}

/** The document in which a figure was read. */
function EvidenceSource({ source }: { source: SourceRow }) {
  const { title, url, published_on, retrieved, kind, licence, note } = source;
  return (
    <Card className="min-w-0 p-4">
      <h2 className="font-semibold">Source</h2>
      <p className="mt-1 break-words">{url ? <a href={url}>{title}</a> : title}</p>
      <p className="mt-1 text-muted">
        {wordOrigin(source)}, {published_on ? `published ${formatDate(published_on)}` : 'undated'}
        {retrieved && `, read ${formatDate(retrieved)}`} · {kind.replaceAll('-', ' ')}
        {licence && ` · ${licence}`}
      </p>
      {note && <p className="mt-1 text-muted">{note}</p>}
      <p className="mt-2">
        <a href={toSourceHref(source.source)}>All figures from it</a>
      </p>
    </Card>
  );
}

/** Where the same figure stands elsewhere, or its neighbors; each row leads on. */
function ComparedTable({ compared }: { compared: ComparedRows }) {
  const { title, caution, headers, rows, foundCount, href } = compared;
  const listed = rows.filter(({ isThis }) => !isThis).length;
  const id = title.toLowerCase().replaceAll(' ', '-');
  const figure = headers.indexOf('Figure');
  return (
    <section aria-labelledby={id} className="mt-8">
      <h2 id={id} className="text-lg font-semibold tracking-tight">
        {title}
      </h2>
      {caution && <p className="mt-1 max-w-[70ch] text-sm text-muted">{caution}</p>}
      <ScrollBox label={`Table: ${title}`} className="mt-2 text-sm">
        <table className="w-full text-left">
          <TableHead>
            <TableRow>
              {headers.map((label, index) => (
                <TableHeaderCell
                  key={label}
                  scope="col"
                  className={index === figure ? 'text-right' : ''}
                >
                  {label}
                </TableHeaderCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <tr key={row.href} aria-current={row.isThis || undefined}>
                {row.cells.map((cell, index) => (
                  <td
                    key={headers[index]}
                    className={`${index === figure ? 'text-right' : ''} ${index === headers.length - 1 ? 'wraps' : ''} ${row.isThis ? 'font-semibold' : ''}`}
                  >
                    <Cell
                      cell={cell}
                      href={index === figure ? row.href : cell.href}
                      isThis={row.isThis}
                    />
                    {index === 0 && row.isThis && ' (this figure)'}
                  </td>
                ))}
              </tr>
            ))}
          </TableBody>
        </table>
      </ScrollBox>
      <p className="mt-2 text-sm">
        <a href={href}>
          {foundCount > listed ? `All ${foundCount + rows.length - listed} as a table` : 'As data'}
        </a>
      </p>
    </section>
  );
}

/** The figure leads to its own evidence, names to their pages; this row leads nowhere. */
function Cell({ cell, href, isThis }: { cell: Piece; href: string | null; isThis: boolean }) {
  return href && !isThis ? <a href={href}>{cell.text}</a> : cell.text;
}

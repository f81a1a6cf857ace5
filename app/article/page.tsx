import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { toCanonical } from '@/address/choices';
import { toPage } from '@/address/found-rows';
import { toHref, toTidyHref } from '@/address/href';
import { toVendorHref } from '@/address/links';
import { readAddress, wholeNumber, words } from '@/address/parameters';
import { getPublishedChart } from '@/catalog/published';
import { listSources } from '@/db/queries/names';
import { describeArticle, listClaimReviews } from '@/exports/api/claim-reviews';
import { toPublisher } from '@/exports/api/schema-org';
import { getArticleView } from '@/subjects/article/article-view';
import { type Reaction, type ReactionFigure, reactionColumns } from '@/subjects/article/reactions';
import { shareByDefinition } from '@/subjects/share/share-by-definition';
import { MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { FiguresTable } from '../_ui/figures-table';
import { FilterForm } from '../_ui/filter-form';
import { PageSteps } from '../_ui/found-list';
import { AboutFigures, PageHeading, PageSection } from '../_ui/headings';
import { Corrections, leaveOutUnknown } from '../_ui/notices';
import { SourceLink } from '../_ui/source-link';
import { StructuredData } from '../_ui/structured-data';
import { toCitationHead } from '../citation-head';
import { asPicture, type PageProps, toSiteHead } from '../page-head';
import { getTracker } from '../tracker';
import { ClaimCard, claimColumns, toClaimRow } from './claim';

const PATH = '/article';
/** The article among the sources. */
const ORIGINAL = 'cnbc-a100';

export function generateMetadata(): Metadata {
  const head = toSiteHead(PATH, asPicture(shareByDefinition));
  const { collected_on } = getTracker().snapshot;
  return { ...head, other: toCitationHead(String(head.title), collected_on, PATH) };
}

const place = {
  page: wholeNumber('The page of the table.', { min: 1 }),
  claim: words('A claim, whose page of the table is shown.'),
};

const CLAIMS_PER_PAGE = 15;

/** The claims of the article that the tracker began with, and what became of its figures. */
export default async function Article({ searchParams }: PageProps) {
  const query = await searchParams;
  const view = await getArticleView(getTracker(), getPublishedChart, query);
  const [article] = await listSources(getTracker().orm, [ORIGINAL]);
  const { leading, claims, reactions, total, offered } = view;
  const tidy = toTidyHref(PATH, query, offered);
  if (tidy) redirect(tidy);
  const { values, problems } = readAddress(place, query);
  const slips = leaveOutUnknown(PATH, query, [
    ...offered.map(({ name }) => name),
    ...Object.keys(place),
  ]);
  const found = claims.findIndex(({ row }) => row.claim === values.claim);
  const asked = found < 0 ? null : values.claim;
  const onPage = asked ? Math.floor(found / CLAIMS_PER_PAGE) + 1 : values.page;
  const table = toPage(claims, onPage, CLAIMS_PER_PAGE);
  const { rows: shown, firstRow } = table;
  // A review belongs to the page on which readers see it.
  const reviewed = claims.filter((claim) => leading.includes(claim) || shown.includes(claim));
  const parameters = toCanonical(offered);
  const toPageHref = (to: number) =>
    `${toHref(PATH, { ...parameters, page: to > 1 ? String(to) : null })}#claims`;
  return (
    <>
      <StructuredData
        nodes={[
          ...(article ? [describeArticle(article)] : []),
          ...listClaimReviews(reviewed, article ?? null),
          toPublisher(),
        ]}
      />
      <PageHeading title="The 2023 article on the $10,000 chip, checked">
        {total} claims, checked against filings and data, and what became of them.
      </PageHeading>
      <Corrections corrections={[...view.corrections, ...problems, ...slips]} />
      <PageSection id="leading" title="Twelve claims that matter">
        <ul className="mt-3 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {leading.map((claim) => (
            <li key={claim.row.claim}>
              <ClaimCard claim={claim} />
            </li>
          ))}
        </ul>
      </PageSection>
      <PageSection
        id="claims"
        title={`All ${total} claims`}
        folded="as a table, by verdict and topic"
        isOpen={Object.keys(query).length > 0}
      >
        <div className="mt-2">
          <FilterForm label="Filter claims" action={`${PATH}#claims`} choices={offered} />
        </div>
        <p role="status" className="mt-2 text-sm text-muted">
          {shown.length === 0 ? (
            <>
              No claims match. <a href={`${PATH}#claims`}>Show all</a>
            </>
          ) : (
            `${firstRow}–${firstRow + shown.length - 1} of ${claims.length}`
          )}
        </p>
        {/* A claim on another page of the table is found by its name. */}
        <div data-finds="claim">
          {shown.length > 0 && (
            <FiguresTable
              caption="Claims"
              columns={claimColumns}
              rows={shown.map((claim) => toClaimRow(claim, asked))}
              box="whole"
            />
          )}
        </div>
        <PageSteps table={table} toPageHref={toPageHref} />
      </PageSection>
      <PageSection
        id="reactions"
        title="Stock reactions"
        folded={`to ${reactions.length} results and other news`}
      >
        <p className="mt-2 text-sm">
          <a href="/charts/stock-reactions">As a chart</a>
        </p>
        <ReactionsTable reactions={reactions} />
      </PageSection>
      <AboutFigures
        notes={[
          'In February 2023 CNBC wrote about the chip behind the race for AI, and a Chinese text retold it. The claims are in our words.',
          '“Verified” was read in a primary source, or is simple arithmetic on one. “Only reported” stands only in the article.',
          'The share of 95% was a statement about GPUs; its successor is the GPU-only share, not the share of all AI chips.',
          'Stock reactions: figures as the press printed them, growth from a year earlier. Results come after the close, so shares move the day after.',
        ]}
      />
      <p className="mt-4 text-sm">
        <a href="/datasets/article-claims">The claims as data</a> · Cost claims as working models:{' '}
        <a href="/calculators/inference">serving</a>, <a href="/calculators/training">training</a>,{' '}
        <a href="/calculators/replacement">replacing CPUs</a>
      </p>
    </>
  );
}

/** The market's reactions to results and other news, each figure leading to its evidence. */
function ReactionsTable({ reactions }: { reactions: readonly Reaction[] }) {
  const columns = Object.entries(reactionColumns) as [keyof typeof reactionColumns, string][];
  return (
    <FiguresTable
      caption="Reactions to results and other news"
      columns={[
        { label: 'News', wraps: true },
        { label: 'Company' },
        ...columns.map(([, label]) => ({ label })),
      ]}
      rows={reactions.map((reaction) => ({
        id: reaction.id,
        cells: [
          <News key="news" reaction={reaction} />,
          <a key="company" href={toVendorHref(reaction.company)}>
            {reaction.company_name}
          </a>,
          ...columns.map(([column]) => (
            <Figures key={column} figures={reaction.figures.get(column) ?? []} />
          )),
        ],
        remark: <Behind reaction={reaction} />,
      }))}
    />
  );
}

function News({ reaction: { date, event } }: { reaction: Reaction }) {
  return (
    <>
      {event}
      <span className="block text-muted">{formatDate(date)}</span>
    </>
  );
}

function Figures({ figures }: { figures: readonly ReactionFigure[] }) {
  if (figures.length === 0) return MISSING;
  return figures.map(({ text, isReported, evidence }) => (
    <span key={evidence} className="block leading-6">
      <a href={evidence}>{text}</a>
      {isReported && ' (only reported)'}
    </span>
  ));
}

/** What must be known of the figures, and their sources. */
function Behind({ reaction: { notes, sources } }: { reaction: Reaction }) {
  return (
    <>
      {notes.map((note) => `${note} `)}
      Sources:{' '}
      {sources.map((source, index) => (
        <span key={source.source}>
          {index > 0 && '; '}
          <SourceLink source={source} />
        </span>
      ))}
    </>
  );
}

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { toTidyHref } from '@/address/href';
import { toClaimHref, toVendorHref } from '@/address/links';
import { listUnknownParameters, type Query } from '@/address/parameters';
import { getPublishedChart } from '@/catalog/published';
import { getArticleView } from '@/subjects/article/article-view';
import { type Reaction, type ReactionFigure, reactionColumns } from '@/subjects/article/reactions';
import type { ThenAndNow } from '@/subjects/article/then-and-now';
import { MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { FigureCard } from '../_ui/figure-card';
import { FiguresTable } from '../_ui/figures-table';
import { PageHeading, PageSection } from '../_ui/headings';
import { Corrections } from '../_ui/notices';
import { SourceLink } from '../_ui/source-link';
import { toPageHead } from '../page-head';
import { describeSitePage } from '../site-pages';
import { getTracker } from '../tracker';
import { Claim, ClaimFilter } from './claim';

export const metadata: Metadata = {
  ...describeSitePage('/article'),
  ...toPageHead('/article'),
};

const PATH = '/article';

/** The claims of the article that the tracker began with, and what became of its figures. */
export default async function Article({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const view = await getArticleView(getTracker(), getPublishedChart, query);
  const { chapters, thenAndNow, reactions, total, shown, offered, corrections } = view;
  const tidy = toTidyHref(PATH, query, offered);
  if (tidy) redirect(tidy);
  const unknown = listUnknownParameters(
    query,
    offered.map(({ name }) => name),
  );
  return (
    <>
      <PageHeading title="What became of the article on the $10,000 chip?">
        <p>
          In February 2023 CNBC told of the chip behind the race for AI, and a Chinese text retold
          it. Here are its {total} claims in our words, each with a verdict and the document behind
          it, and what its best-known figures are today.
        </p>
      </PageHeading>
      <Corrections corrections={[...corrections, ...unknown]} />
      <PageSection id="then-and-now" title="Then and now">
        <ul className="mt-3 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {thenAndNow.map((figure) => (
            <li key={figure.label}>
              <ComparedFigure figure={figure} />
            </li>
          ))}
        </ul>
      </PageSection>
      <PageSection
        id="reactions"
        title="The market’s reactions"
        lead={
          <>
            What was reported, how the shares moved on it, and what the company was worth, as the
            press printed it; growth is from a year earlier. Results come after the close, so the
            shares move the day after. Amounts by quarter: <a href="/revenue">revenue</a>.
          </>
        }
      >
        <ReactionsTable reactions={reactions} />
      </PageSection>
      <PageSection
        id="claims"
        title={shown === total ? 'The claims' : `${shown} of ${total} claims`}
        lead="Choose a verdict or a topic. Names lead to their pages; the number of a claim is its address."
      >
        <ClaimFilter offered={offered} path={PATH} />
        {shown === 0 && (
          <p className="mt-4">
            No claim fits both. <a href={`${PATH}#claims`}>Show all</a>
          </p>
        )}
      </PageSection>
      {chapters.map(({ slug, title, claims }) => (
        <PageSection key={slug} id={slug} title={title}>
          <ul className="mt-2">
            {claims.map((claim) => (
              <li
                key={claim.row.claim}
                id={claim.row.claim}
                className="scroll-mt-4 border-t border-rule py-3 target:bg-raised"
              >
                <Claim claim={claim} />
              </li>
            ))}
          </ul>
        </PageSection>
      ))}
      <p className="mt-8 text-sm">
        All claims as a table: <a href="/datasets/article-claims">article-claims</a>. The estimates
        of cost as working models: <a href="/calculators/inference">serving</a>,{' '}
        <a href="/calculators/training">training</a>.
      </p>
    </>
  );
}

function ComparedFigure({ figure }: { figure: ThenAndNow }) {
  const { claim, label, told, told_when, now, now_when, remark, href, spark } = figure;
  return (
    <FigureCard
      label={label}
      href={href}
      spark={spark}
      foot={
        <>
          {remark} {claim && <a href={toClaimHref(claim)}>The claim</a>}
        </>
      }
    >
      <dl className="mt-1 grid grid-cols-2 gap-4">
        {[
          [claim ? 'In the article' : 'Before the article', told, told_when],
          [claim ? 'Newest known' : 'Newest of its kind', now, now_when],
        ].map(([term, value, when]) => (
          <div key={term}>
            <dt className="text-xs text-muted">{term}</dt>
            <dd className="text-lg font-semibold tracking-tight tabular-nums">
              {value}
              <span className="block text-xs font-normal text-muted">{when}</span>
            </dd>
          </div>
        ))}
      </dl>
    </FigureCard>
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
        { label: 'What to know', wraps: true },
        { label: 'Sources', wraps: true },
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
          reaction.notes.join(' ') || MISSING,
          <Sources key="sources" reaction={reaction} />,
        ],
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
    <span key={evidence} className="block">
      <a href={evidence}>{text}</a>
      {isReported && ' (only reported)'}
    </span>
  ));
}

function Sources({ reaction: { sources } }: { reaction: Reaction }) {
  return sources.map((source) => (
    <span key={source.source} className="block">
      <SourceLink source={source} />
    </span>
  ));
}

import { Badge, Card } from '@tremor/react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { type CheckedClaim, getArticleView, type ThenAndNow } from '@/catalog/article';
import { listUnknownParameters, type Query } from '@/catalog/parameters';
import { articleClaims } from '@/data/article-claims/contract';
import { formatDate } from '@/units/period';
import { getTracker } from '../tracker';
import { Corrections } from '../ui/corrections';
import { PageHeading } from '../ui/page-heading';

export const metadata: Metadata = {
  title: 'The article, claim by claim',
  description:
    'The claims of the 2023 article on the $10,000 chip, each checked against filings, charts and model cards, and what the figures are today.',
};

const verdictWords: Readonly<Record<CheckedClaim['verdict'], string>> = {
  matches: 'Matches',
  'revised-since': 'Revised since',
  imprecise: 'Imprecise',
  'only-reported': 'Only reported',
  mistranslated: 'Mistranslated',
};

/** The claims of the article that the tracker began with, and what became of its figures. */
export default async function Article({ searchParams }: { searchParams: Promise<Query> }) {
  const { chapters, thenAndNow, verdicts } = await getArticleView(getTracker());
  const total = verdicts.reduce((sum, { count }) => sum + count, 0);
  const meanings = articleClaims.columns.verdict.values;
  return (
    <>
      <PageHeading title="What became of the article on the $10,000 chip?">
        <p>
          In February 2023 CNBC told of the chip behind the race for AI, and a Chinese text retold
          it. Here are its {total} claims in our words, each with a verdict and the document behind
          it, and what its best-known figures are today.
        </p>
      </PageHeading>
      <Corrections corrections={listUnknownParameters(await searchParams, [])} />
      <section aria-labelledby="then-and-now">
        <h2 id="then-and-now" className="text-lg font-semibold tracking-tight">
          Then and now
        </h2>
        <ul className="mt-3 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {thenAndNow.map((figure) => (
            <li key={figure.label}>
              <FigureCard figure={figure} />
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="verdicts" className="mt-10">
        <h2 id="verdicts" className="text-lg font-semibold tracking-tight">
          The verdicts
        </h2>
        <dl className="mt-2 grid gap-x-8 gap-y-1 text-sm sm:grid-cols-2">
          {verdicts.map(({ verdict, count }) => (
            <div key={verdict} className="flex gap-2">
              <dt className="w-40 shrink-0 font-semibold">
                {verdictWords[verdict]}: {count}
              </dt>
              <dd className="text-muted">{meanings[verdict]}</dd>
            </div>
          ))}
        </dl>
      </section>
      {chapters.map(({ title, claims }) => (
        <section key={title} aria-labelledby={claims[0]?.claim} className="mt-10">
          <h2 id={claims[0]?.claim} className="text-lg font-semibold tracking-tight">
            {title}
          </h2>
          <ul className="mt-2">
            {claims.map((claim) => (
              <li key={claim.claim} className="border-t border-rule py-3">
                <Claim claim={claim} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="mt-8 text-sm">
        All claims as a table: <Link href="/datasets/article-claims">article-claims</Link>. The
        estimates of cost as working models: <Link href="/calculators/inference">serving</Link>,{' '}
        <Link href="/calculators/training">training</Link>.
      </p>
    </>
  );
}

function FigureCard({ figure }: { figure: ThenAndNow }) {
  const { label, told, told_when, now, now_when, remark, href, spark } = figure;
  return (
    <Card className="flex h-full flex-col p-4">
      <h3 className="text-sm font-normal">
        <Link href={href} className="text-ink">
          {label}
        </Link>
      </h3>
      <dl className="mt-1 grid grid-cols-2 gap-4">
        {[
          ['In the article', told, told_when],
          ['Now', now, now_when],
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
      {spark && (
        <div
          className="drawing mt-3"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: the server's own drawing, texts escaped by Plot
          dangerouslySetInnerHTML={{ __html: spark }}
        />
      )}
      <p className="mt-auto pt-2 text-xs text-muted">{remark}</p>
    </Card>
  );
}

function Claim({ claim }: { claim: CheckedClaim }) {
  const { says, said_by, as_of, verdict, finding, chinese_text, document, organization } = claim;
  return (
    <div className="grid gap-x-6 gap-y-1 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
      <p>
        <Badge>{verdictWords[verdict]}</Badge>
      </p>
      <div className="max-w-[75ch] text-sm">
        <p className="text-base">{says}</p>
        <p className="text-muted">
          {said_by}, {formatDate(as_of)}
        </p>
        {finding && <p className="mt-1">{finding}.</p>}
        {chinese_text && <p className="mt-1">In the Chinese text: {chinese_text}.</p>}
        <p className="mt-1 text-xs text-muted">
          Source:{' '}
          {document?.url ? (
            <a href={document.url}>{document.title}</a>
          ) : (
            (document?.title ?? claim.source)
          )}
          {document && `, ${document.publisher}`}
          {organization && (
            <>
              {' · '}
              <Link href={`/organizations/${organization}`} prefetch={false}>
                {organization}
              </Link>
            </>
          )}
        </p>
      </div>
    </div>
  );
}

/** Who it is for, how figures are chosen, graded, checked and corrected, and how to cite them. */
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { listUnknownParameters, type Query } from '@/address/parameters';
import { sources } from '@/data/sources/contract';
import { toReportHref, toSiteOrigin } from '@/exports/site';
import { listFamilies } from '@/subjects/holdings/holder-lists';
import { formatDate } from '@/units/period';
import { PageHeading } from '../_ui/headings';
import { Corrections } from '../_ui/notices';
import { toPageHead } from '../page-head';
import { describeSitePage } from '../site-pages';
import { getTracker } from '../tracker';

export const metadata: Metadata = { ...describeSitePage('/about'), ...toPageHead('/about') };

export default async function About({ searchParams }: { searchParams: Promise<Query> }) {
  const { snapshot } = getTracker();
  const report = toReportHref('AI Hardware Tracker', `${toSiteOrigin()}/about`);
  const parts = listParts(snapshot, report);
  return (
    <>
      <PageHeading title="About and method">
        Published figures on the AI hardware market, each with its source.
      </PageHeading>
      <Corrections corrections={listUnknownParameters(await searchParams, [])} />
      <div className="with-contents">
        <nav aria-label="On this page" className="contents no-print">
          <ul>
            {parts.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="prose">
          <p>
            The AI Hardware Tracker collects published figures on the AI hardware market and shows
            them with their sources: who sells AI chips, who owns them, what they cost, and what the
            law lets their makers export. It began with one article: a 2023 CNBC report on Nvidia’s
            A100, the “$10,000 chip”. Its claims are <a href="/article">checked here</a> and
            followed up to today.
          </p>
          {parts.map(({ id, title, words }) => (
            <section key={id} aria-labelledby={id}>
              <h2 id={id}>{title}</h2>
              {words}
            </section>
          ))}
        </div>
      </div>
    </>
  );
}

interface Part {
  /** The anchor, which other pages and the footer name. */
  readonly id: string;
  readonly title: string;
  readonly words: ReactNode;
}

/** Where an error is reported as long as nobody takes reports. */
const HERE = '/about#report';

/**
 * The parts in their order; the example of a citation is of the snapshot that is shown, and
 * `report` is where an error is reported.
 */
function listParts(
  { id, collected_on }: { id: string; collected_on: string },
  report: string,
): readonly Part[] {
  return [
    {
      id: 'readers',
      title: 'Who it is for',
      words: (
        <>
          <ul>
            <li>
              <strong>Journalists</strong> who need one figure, its date and its source, or a chart
              to print.
            </li>
            <li>
              <strong>Analysts and researchers</strong> who need whole series, ranges and
              definitions as files.
            </li>
            <li>
              <strong>Policy staff</strong> who need to know which chip falls under which rule, and
              since when.
            </li>
            <li>
              <strong>Engineers and buyers</strong> who compare chips and rental prices.
            </li>
          </ul>
          <p>
            It is free, has no advertising and no accounts. It gives no investment or legal advice.
          </p>
        </>
      ),
    },
    {
      id: 'choice',
      title: 'How figures are chosen',
      words: (
        <ol>
          <li>
            <strong>Published figures only.</strong> Each figure was printed by someone we can name,
            or follows from such figures by arithmetic that we state (“derived”).
          </li>
          <li>
            <strong>The origin first.</strong> A company’s filing comes before a press report of it,
            the publisher’s own dataset before a copy. The page behind each figure names both the
            origin and where we read it.
          </li>
          <li>
            <strong>The newest edition, and the old ones kept.</strong> When a publisher revises a
            figure we show the new one and keep the old one with its date. Two editions never share
            a line.
          </li>
          <li>
            <strong>One definition per line.</strong> Shares of different markets, medians and sums,
            list prices and spot prices are not joined.
          </li>
          <li>
            <strong>Unknown is blank.</strong> A missing figure is a gap in the line and “–” in a
            table. It is never zero, and never guessed.
          </li>
          <li>
            <strong>What is missing is named.</strong> If a ranking leaves out an important company,
            the chart says so.
          </li>
        </ol>
      ),
    },
    {
      id: 'grades',
      title: 'How sources are graded',
      words: (
        <>
          <p>
            Each <a href="/sources">source</a> has a grade, which says how near to the origin the
            document is that we read.
          </p>
          <dl>
            {Object.entries(sources.columns.grade.values).map(([grade, { label, meaning }]) => (
              <div key={grade}>
                <dt>{label}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <p>
            Figures of the last two grades are marked wherever they stand, and are not on the front
            page. A figure can move up: when we find the original, the grade and the source change
            and the value is checked again.
          </p>
        </>
      ),
    },
    {
      id: 'marks',
      title: 'What the marks mean',
      words: (
        <>
          <dl>
            <div>
              <dt>Measured or reported</dt>
              <dd>Filled mark, solid line: counted, or stated in a company’s accounts.</dd>
            </div>
            <div>
              <dt>Estimate</dt>
              <dd>
                Hollow mark, solid line, its range as a band: a publisher’s model or judgment. The
                line is the median or the figure printed.
              </dd>
            </div>
            <div>
              <dt>Company statement</dt>
              <dd>Said by a company about itself, not audited. The table says so.</dd>
            </div>
            <div>
              <dt>Projection</dt>
              <dd>Dashed: about a time that had not ended when the figure was made.</dd>
            </div>
          </dl>
        </>
      ),
    },
    {
      id: 'estimates',
      title: 'What estimates mean',
      words: (
        <>
          <p>
            No one counts AI chips worldwide. <strong>Epoch AI</strong> works out shipments and
            ownership from companies’ revenue, prices and supply data; its medians come with ranges
            that often span a factor of two. <strong>Jon Peddie Research</strong> estimates graphics
            card shipments from the supply chain. IDC, TrendForce and Omdia publish estimates whose
            methods are mostly not public. So:
          </p>
          <ul>
            <li>A difference smaller than the range is no difference.</li>
            <li>Medians may be added, and we say so where we do. Ranges may not.</li>
            <li>
              An estimate built from revenue cannot confirm that revenue. Where two figures are not
              independent, the chart says so.
            </li>
            <li>
              <strong>H100-equivalents</strong> compare chips by one thing, peak speed. Memory and
              networking, which matter in practice, are left out.
            </li>
          </ul>
        </>
      ),
    },
    {
      id: 'owners',
      title: 'How the lists of owners differ',
      words: (
        <>
          <dl>
            <div>
              <dt>Epoch AI, owners</dt>
              <dd>{listFamilies['epoch-owners'].covers}</dd>
            </div>
            <div>
              <dt>State of AI Compute Index</dt>
              <dd>{listFamilies['index-edition'].covers}</dd>
            </div>
            <div>
              <dt>Epoch AI, clusters</dt>
              <dd>{listFamilies['epoch-clusters'].covers}</dd>
            </div>
            <div>
              <dt>Epoch AI, data centers</dt>
              <dd>{listFamilies['epoch-data-centers'].covers}</dd>
            </div>
            <div>
              <dt>Statements</dt>
              <dd>{listFamilies.statement.covers}</dd>
            </div>
          </dl>
          <p>
            The same chips appear in several lists. We show the <a href="/holdings">lists</a> next
            to each other and never add them. An owner is not always the user: Anthropic uses{' '}
            <a href="/data-centers">sites</a> of Amazon and of xAI.
          </p>
        </>
      ),
    },
    {
      id: 'checks',
      title: 'How figures are checked',
      words: (
        <>
          <p>
            Before any figure goes online, automatic <a href="/checks">checks</a> test the whole
            data: formats, units and dates; values inside their ranges; shares that must add up to
            100; parts that must not exceed their totals; names that must exist; agreement between
            datasets that report the same thing. One failed check stops publication. The page of
            each <a href="/datasets">dataset</a> lists its checks.
          </p>
          <p>
            The findings above charts are tied to the figures. Each has a condition, which is one of
            the checks: if new data break it, an editor has to look before they are published.
          </p>
          <p>
            Checks cannot tell whether a source is right. For that we compare sources, and show
            where they disagree. What we could not confirm is listed under{' '}
            <a href="/open-questions">Open questions</a>.
          </p>
        </>
      ),
    },
    {
      id: 'corrections',
      title: 'How errors are corrected',
      words: (
        <>
          <p>
            A wrong figure is corrected in the next publication of the data and listed under{' '}
            <a href="/corrections">Corrections</a>. Nothing is changed without a trace:{' '}
            <a href="/snapshots">Snapshots</a> lists what changed between any two versions that are
            kept, also as a <a href="/snapshots.atom">feed</a>, and a fixed link still shows the
            figures of its day.
          </p>
          <p>
            A publisher’s revision is not our correction: it is a figure of a later edition, and the
            earlier one stays with its date.
          </p>
        </>
      ),
    },
    {
      id: 'freshness',
      title: 'How fresh the figures are',
      words: (
        <p>
          Each chart names its newest period and, where its publisher has a rhythm, when the next
          figure is expected or how late it is. <a href="/freshness">Freshness</a> lists everything
          that is overdue. Expected days are ours, from when the publisher published before. The
          header names the newest figure of all, and the date of the last publication of the data.
        </p>
      ),
    },
    {
      id: 'report',
      title: 'Report an error',
      words: (
        <>
          <p>
            Give the address of the page, which names the chart and every choice made on it, the
            figure, what you believe is right, and where you read it. Reports with a source are
            dealt with first.
          </p>
          {report !== HERE && (
            <p>
              <a href={report}>Write a report</a>. “Report an error” under each chart fills in what
              it is about.
            </p>
          )}
        </>
      ),
    },
    {
      id: 'cite',
      title: 'How to cite',
      words: (
        <>
          <p>
            Name the tracker <strong>and</strong> the source of the figure:
          </p>
          <blockquote>
            AI Hardware Tracker ({collected_on.slice(0, 4)}): Nvidia’s data center revenue. Snapshot{' '}
            {id}, {formatDate(collected_on)}. Based on Nvidia’s filings.
          </blockquote>
          <p>
            “Share &amp; cite” under each chart gives this text, BibTeX, RIS and CSL, and a fixed
            link that always shows the same figures. So does the page of each dataset.
          </p>
        </>
      ),
    },
    {
      id: 'license',
      title: 'License',
      words: (
        <ul>
          <li>
            <strong>Data and charts</strong>: Creative Commons Attribution 4.0 (CC BY 4.0). Use them
            for anything; credit the AI Hardware Tracker and the source next to the figure.
          </li>
          <li>
            <strong>State of AI Compute Index</strong> (Air Street Capital; paper counts by Zeta
            Alpha), <strong>Epoch AI</strong> and <strong>gpurentalprices.com</strong> publish under
            CC BY 4.0: credit them where their figures appear.
          </li>
          <li>Other figures are single facts, cited one at a time.</li>
          <li>
            <strong>Code</strong>: MIT license.
          </li>
        </ul>
      ),
    },
  ];
}

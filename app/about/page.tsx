/** Who it is for, how figures are chosen, graded, checked and corrected, and how to cite them. */
import { toReportHref, toSiteOrigin } from '@/exports/site';
import { formatDate } from '@/units/period';
import { PageHeading } from '../_ui/headings';
import { leaveOutUnknown } from '../_ui/notices';
import { type PageProps, toSiteHead } from '../page-head';
import { getTracker } from '../tracker';
import { method, type Part } from './method';

export const metadata = toSiteHead('/about');

export default async function About({ searchParams }: PageProps) {
  leaveOutUnknown('/about', await searchParams);
  const { snapshot } = getTracker();
  const report = toReportHref('AI Hardware Tracker', `${toSiteOrigin()}/about`);
  const parts = listParts(snapshot, report);
  return (
    <>
      <PageHeading title="About and method">
        Published figures on the AI hardware market, each with its source.
      </PageHeading>
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
    ...method,
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
            link that always shows the same figures. So does the page of each dataset.{' '}
            <a href="/docs/api#mcp">AI assistants</a> can ask the tracker directly, and get the
            source and a fixed link with each answer.
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

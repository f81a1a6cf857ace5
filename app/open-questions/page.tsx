/** What is shown and not certain, by kind, so that whoever knows more can say so. */
import { toSourceHref } from '@/address/links';
import { listOpenQuestions, type OpenQuestions } from '@/catalog/open-questions';
import { sources } from '@/data/sources/contract';
import { wordOrigin } from '@/data/sources/origins';
import { oncePerSnapshot } from '@/db/orm';
import { formatCount } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { type FiguresColumn, FiguresTable } from '../_ui/figures-table';
import { AboutFigures, PageHeading, PageSection } from '../_ui/headings';
import { leaveOutUnknown } from '../_ui/notices';
import { type PageProps, toSiteHead } from '../page-head';
import { getTracker } from '../tracker';

const PATH = '/open-questions';

export const metadata = toSiteHead(PATH);

// A snapshot alone decides what is open in it.
const readOnce = oncePerSnapshot((orm) => listOpenQuestions({ orm }));

export default async function OpenQuestionsPage({ searchParams }: PageProps) {
  leaveOutUnknown(PATH, await searchParams);
  const { withoutAddress, ofDigests, doubtful, claims } = await readOnce(getTracker().orm, sources);
  return (
    <>
      <PageHeading title="Open questions">
        What we show and cannot confirm. Know more?{' '}
        <a href="/about#report">Tell us where you read it</a>.
      </PageHeading>
      {withoutAddress.found > 0 && <WithoutAddress documents={withoutAddress} />}
      {ofDigests.found > 0 && (
        <PageSection
          id="digests"
          title="Only in a digest of headlines"
          lead="One line of a digest, whose links were not followed."
        >
          <FiguresTable
            caption="Rows that rest on a digest of headlines"
            columns={[{ label: 'What', wraps: true }, { label: 'Dataset' }, { label: 'Origin' }]}
            rows={ofDigests.rows.map(({ subject, dataset, origin, href }) => ({
              id: href.slice(1).replaceAll('/', '-'),
              cells: [
                <a key="what" href={href}>
                  {subject}
                </a>,
                dataset,
                origin,
              ],
            }))}
          />
          <WhatIsBeyond list={ofDigests} rows="rows" all="All documents they rest on" />
        </PageSection>
      )}
      {doubtful.length > 0 && (
        <PageSection id="rows" title="Rows that are said to be doubtful">
          <FiguresTable
            caption="Doubtful rows by dataset"
            columns={[
              { label: 'Dataset' },
              { label: 'What is doubtful', wraps: true },
              { label: 'Rows', align: 'right' },
            ]}
            rows={doubtful.map(({ dataset, title, doubt, meaning, count, href }) => ({
              id: `${dataset}-${doubt.replaceAll(/\W+/g, '-')}`,
              cells: [
                title,
                <span key="doubt" title={meaning}>
                  {doubt}
                </span>,
                <a key="rows" href={href}>
                  {formatCount(count)}
                </a>,
              ],
            }))}
          />
        </PageSection>
      )}
      {claims.length > 0 && (
        <PageSection
          id="claims"
          title="Claims found only in the article"
          folded={`${claims.length} claims`}
        >
          <ul className="mt-2 grid gap-1 text-sm">
            {claims.map(({ says, said_by, href }) => (
              <li key={href}>
                <a href={href}>{says}</a> <span className="text-muted">{said_by}</span>
              </li>
            ))}
          </ul>
        </PageSection>
      )}
      <AboutFigures
        notes={[
          'None of this is on the overview. In tables the grade of a doubtful source follows each figure.',
          'Figures that contradict each other are under Checks.',
        ]}
      />
    </>
  );
}

const columns: readonly FiguresColumn[] = [
  { label: 'Document', wraps: true },
  { label: 'Origin, and where it was read', wraps: true },
  { label: 'Published' },
  { label: 'Rows', align: 'right' },
];

function WithoutAddress({ documents }: { documents: OpenQuestions['withoutAddress'] }) {
  return (
    <PageSection id="addresses" title="Documents without an address">
      <FiguresTable
        caption="Documents, and what names them"
        columns={columns}
        rows={documents.rows.map(({ source, uses }) => ({
          id: source.source,
          cells: [
            <a key="document" href={toSourceHref(source.source)}>
              {source.title}
            </a>,
            wordOrigin(source),
            source.published_on === null ? 'no date' : formatDate(source.published_on),
            uses.reduce((sum, { rows }) => sum + rows, 0).toLocaleString('en-US'),
          ],
        }))}
      />
      <WhatIsBeyond list={documents} rows="documents" all="All as a table" />
    </PageSection>
  );
}

/** What a long list leaves out, and where it is. */
function WhatIsBeyond({
  list: { rows: listed, found, href },
  rows,
  all,
}: {
  list: OpenQuestions['withoutAddress'] | OpenQuestions['ofDigests'];
  rows: string;
  all: string;
}) {
  if (found <= listed.length) return null;
  return (
    <p className="mt-2 text-sm">
      The first {formatCount(listed.length)} of {formatCount(found)} {rows}.{' '}
      <a href={href}>{all}</a>
    </p>
  );
}

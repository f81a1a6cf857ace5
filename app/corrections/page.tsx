/** Errors of ours that were published: what was shown, what is shown now, since when, why. */
import { listCorrections } from '@/catalog/corrections';
import { formatDate } from '@/units/period';
import { type FiguresColumn, FiguresTable } from '../_ui/figures-table';
import { AboutFigures, PageHeading } from '../_ui/headings';
import { leaveOutUnknown } from '../_ui/notices';
import { type PageProps, toSiteHead } from '../page-head';
import { getTracker } from '../tracker';

const PATH = '/corrections';
const feed = { href: '/corrections.atom', title: 'Corrections' };

export const metadata = toSiteHead(PATH, undefined, feed);

export default async function CorrectionsPage({ searchParams }: PageProps) {
  leaveOutUnknown(PATH, await searchParams);
  const { orm } = getTracker();
  const corrections = await listCorrections(orm);
  return (
    <>
      <PageHeading title="Corrections">
        What this site showed and should not have, also <a href={feed.href}>as a feed</a>. Found
        another? <a href="/about#report">Report an error</a>.
      </PageHeading>
      <FiguresTable
        caption="the latest first"
        columns={columns}
        rows={corrections.map((one) => ({
          id: one.correction,
          cells: [
            <span key="what">
              <a href={one.href}>{one.what}</a>
              <span className="block text-xs text-muted">{one.dataset_title}</span>
            </span>,
            one.shown,
            one.shown_now,
            one.reason,
            <span key="since">
              {formatDate(one.corrected_on)}
              <span className="block text-xs text-muted">{one.noticed_by}</span>
            </span>,
          ],
        }))}
      />
      <AboutFigures
        notes={[
          'A publisher’s revision is no correction: it is a figure of a later edition, and the earlier one stays with its date.',
          'What was corrected is checked at every publication, so that no import brings the error back.',
        ]}
      />
    </>
  );
}

const columns: readonly FiguresColumn[] = [
  { label: 'What', width: 'w-56', wraps: true },
  { label: 'Shown before', width: 'w-52', wraps: true },
  { label: 'Shown now', width: 'w-52', wraps: true },
  { label: 'Why', width: 'w-72', wraps: true },
  { label: 'Since, noticed by', width: 'w-32' },
];

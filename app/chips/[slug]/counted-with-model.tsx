/**
 * What sources say of the model and seldom of one of its variants: how much of it there
 * is, and where it stands.
 */
import { toChipHref } from '@/address/links';
import { getChipFamily } from '@/subjects/chips/chip-tree';
import type { ChipRow } from '@/subjects/chips/queries';
import { listEventsOfChips } from '@/subjects/events/event-timeline';
import { listHoldersOfChips } from '@/subjects/holdings/queries';
import { listPapersOfChips, type NamedPaperCount } from '@/subjects/papers/queries';
import { listRentedChips } from '@/subjects/prices/queries';
import { formatValue } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { PageSection } from '../../_ui/page-section';
import { getTracker } from '../../tracker';

/** `whole` is the row above the variant, which holds it. */
export async function CountedWithModel({ whole }: { whole: ChipRow }) {
  const { orm } = getTracker();
  const family = await getChipFamily(orm, whole);
  const rows = [whole, ...family.descendants];
  const counted = [...rows, ...family.buckets].map(({ chip }) => chip);
  const [papers, holders, events, rented] = await Promise.all([
    listPapersOfChips(orm, counted),
    listHoldersOfChips(orm, counted),
    listEventsOfChips(orm, rows),
    listRentedChips(orm),
  ]);
  const rents = rented
    .filter(({ chip }) => rows.some((row) => row.chip === chip))
    .reduce((sum, { prices }) => sum + prices, 0);
  const found = [
    { anchor: 'papers', label: 'AI papers that name it', figure: describePapers(papers) },
    { anchor: 'holders', label: 'Who holds how many', figure: count(holders.length, 'figure') },
    { anchor: 'events', label: 'What happened to it', figure: count(events.length, 'event') },
    { anchor: '', label: 'What an hour of it costs to rent', figure: count(rents, 'price') },
  ].filter(({ figure }) => figure !== null);
  if (found.length === 0) return null;
  const href = toChipHref(whole.chip);
  return (
    <PageSection
      id="model"
      title={`Counted for ${whole.name}`}
      lead="Sources seldom tell its variants apart, so these stand on the page of the whole."
    >
      <ul className="mt-2 grid gap-1 text-sm">
        {found.map(({ anchor, label, figure }) => (
          <li key={label}>
            <a href={anchor ? `${href}#${anchor}` : href}>{label}</a>: {figure}
          </li>
        ))}
      </ul>
    </PageSection>
  );
}

const count = (found: number, noun: string): string | null =>
  found === 0 ? null : `${found} ${noun}${found === 1 ? '' : 's'}`;

/** "5,012 in 2025 (H100/H200)": the last year that is no projection, series by series. */
function describePapers(rows: readonly NamedPaperCount[]): string | null {
  const settled = rows.filter(({ kind }) => kind === 'measured');
  const year = settled.at(-1)?.period;
  if (!year) return null;
  const counts = settled
    .filter(({ period }) => period === year)
    .map(({ papers, chip_name }) => `${formatValue(papers, 'papers')} (${chip_name})`);
  return `${counts.join(', ')} in ${formatPeriod(year)}`;
}

/** One chip: what it can do, what it costs, who holds it, what happened to it. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { toChipHref, toVendorHref } from '@/address/links';
import type { Query } from '@/address/parameters';
import { describeChipPage } from '@/catalog/page-descriptions';
import { getVendorLooks } from '@/db/queries/names';
import { describeWay } from '@/exports/api/schema-org';
import { isDescribed, read16Bit } from '@/subjects/chips/chip-measures';
import { type ChipFamily, getChipFamily } from '@/subjects/chips/chip-tree';
import { type ChipRow, getChip, listSystems } from '@/subjects/chips/queries';
import { describeControl } from '@/subjects/events/export-controls';
import { listEventsOfChips } from '@/subjects/events/timeline';
import { listRentedChips } from '@/subjects/prices/queries';
import { rentalPricesByChip } from '@/subjects/prices/rental-prices';
import { countOf, formatCount, formatValue } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { getChartView } from '@/views/chart-view';
import { buildFixedChart } from '../../_chart-block/chart-page';
import { EventList } from '../../_ui/event-list';
import { PageHeading, PageSection } from '../../_ui/headings';
import { Corrections, leaveOutUnknown } from '../../_ui/notices';
import { PurchasePrices } from '../../_ui/purchase-prices';
import { StructuredData } from '../../_ui/structured-data';
import { SystemsTable } from '../../_ui/systems-table';
import { type SlugProps, toPageHead } from '../../page-head';
import { getTracker } from '../../tracker';
import { ChipHolders, ChipPapers, ChipSpecifications, CountedWithModel } from './chip-sections';

export async function generateMetadata({ params }: SlugProps): Promise<Metadata> {
  const tracker = getTracker();
  const { orm } = tracker;
  const chip = await getChip(orm, (await params).slug);
  if (!chip) return {};
  const rented = await findRented(listOwn(chip, await getChipFamily(orm, chip)));
  const rent =
    rented === null ? null : await getChartView(tracker, rentalPricesByChip, { chip: rented });
  return {
    title: `${chip.name}: specs and prices`,
    description: await describeChipPage(orm, chip),
    ...toPageHead(toChipHref(chip.chip), rent?.view),
  };
}

export default async function ChipPage({ params, searchParams }: SlugProps) {
  const { orm } = getTracker();
  const chip = await getChip(orm, (await params).slug);
  if (!chip) notFound();
  const [family, lookOf, query] = await Promise.all([
    getChipFamily(orm, chip),
    getVendorLooks(orm),
    searchParams,
  ]);
  const own = listOwn(chip, family);
  const [systems, events, rent] = await Promise.all([
    listSystems(orm, own),
    listEventsOfChips(orm, [chip, ...family.descendants]),
    buildRent(chip, own, query),
  ]);
  const [above] = family.ancestors;
  const whole = above && (above.level === 'model' || above.level === 'bucket') ? above : null;
  return (
    <>
      <StructuredData
        nodes={[
          describeWay([
            ['Chips', '/chips'],
            [chip.name, toChipHref(chip.chip)],
          ]),
        ]}
      />
      <PageHeading title={chip.name}>
        <a href={toVendorHref(chip.vendor)}>{lookOf(chip.vendor).label}</a>
        {listKeySpecifications(chip, family).map((text) => ` · ${text}`)}
      </PageHeading>
      <Kin chip={chip} family={family} />
      <Corrections corrections={rent.corrections} />
      <ChipSpecifications chips={[chip, ...family.descendants]} />
      <PurchasePrices chips={own} title="What it costs to buy, and who says so" />
      {rent.section}
      <ChipPapers chips={[...own, ...family.buckets.map(({ chip: slug }) => slug)]} />
      <ChipHolders chips={[...own, ...family.buckets.map(({ chip: slug }) => slug)]} />
      {systems.length > 0 && (
        <PageSection id="systems" title="Systems" folded={countOf(systems.length, 'system')}>
          <SystemsTable systems={systems} />
        </PageSection>
      )}
      {events.length > 0 && (
        <PageSection id="events" title="Events" folded={countOf(events.length, 'event')}>
          <EventList events={events.slice(0, NEWEST_EVENTS)} />
          {events.length > NEWEST_EVENTS && (
            <p className="mt-2 text-sm">
              The newest {NEWEST_EVENTS} of {formatCount(events.length)}.{' '}
              <a href="/timeline">All events</a>
            </p>
          )}
        </PageSection>
      )}
      {whole && <CountedWithModel whole={whole} />}
      <p className="mt-8 text-sm">
        <a href={`/datasets/chips?q=${chip.chip}`}>The figures as data</a> ·{' '}
        <a href="/chips">All chips</a>
      </p>
    </>
  );
}

const NEWEST_EVENTS = 12;

/** "launched Sep 20, 2022 · 80 GB · 989 TFLOPS (16-bit) · 700 W", of a model those of its fastest variant. */
function listKeySpecifications(chip: ChipRow, { descendants }: ChipFamily): string[] {
  const [fastest] = descendants
    .filter(isDescribed)
    .toSorted((a, b) => (read16Bit(b) ?? 0) - (read16Bit(a) ?? 0));
  const row = isDescribed(chip) ? chip : fastest;
  const isOne = chip.level === 'model' || chip.level === 'variant';
  const rate = row ? read16Bit(row) : null;
  return [
    ...(chip.launch_date ? [`launched ${formatDate(chip.launch_date)}`] : []),
    ...(isOne && row?.memory_gb != null ? [formatValue(row.memory_gb, 'GB')] : []),
    ...(isOne && rate !== null ? [`${formatValue(rate, 'TFLOPS')} (16-bit)`] : []),
    ...(isOne && row?.power_w != null ? [formatValue(row.power_w, 'W')] : []),
    ...(isOne && row && row !== chip ? [`as ${row.name}`] : []),
    ...(chip.level === 'bucket' ? ['several chips that sources count together'] : []),
    ...(chip.level === 'architecture' ? ['architecture'] : []),
  ];
}

/** Its control, wider and narrower chips, the one before and those after. */
function Kin({ chip, family }: { chip: ChipRow; family: ChipFamily }) {
  const control = describeControl([chip, ...family.descendants]);
  const rows: [string, readonly { chip: string; name: string }[]][] = [
    ['Belongs to', family.ancestors],
    ['Holds', family.descendants],
    ['Counted with others as', family.buckets],
    ['Follows', family.predecessor ? [family.predecessor] : []],
    ['Followed by', family.successors],
  ];
  return (
    <dl className="mt-2 grid gap-x-3 gap-y-0.5 text-sm sm:grid-cols-[max-content_minmax(0,1fr)]">
      {control && (
        <>
          <dt className="text-muted">Export to China</dt>
          <dd>
            {control.replace(/^Export to China: /, '')}{' '}
            <a href="/timeline/export-controls">All rules</a>
          </dd>
        </>
      )}
      {rows
        .filter(([, kin]) => kin.length > 0)
        .map(([label, kin]) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd>
              {kin.map(({ chip: slug, name }, index) => (
                <span key={slug}>
                  {index > 0 && ', '}
                  <a href={toChipHref(slug)}>{name}</a>
                </span>
              ))}
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** The chip and its variants. */
function listOwn(chip: ChipRow, { descendants }: ChipFamily): string[] {
  return [chip.chip, ...descendants.map(({ chip: slug }) => slug)];
}

/** That of the chips with most prices of rent; null: none has one. */
async function findRented(chips: readonly string[]): Promise<string | null> {
  const rented = await listRentedChips(getTracker().orm);
  return rented.find(({ chip }) => chips.includes(chip))?.chip ?? null;
}

/** The rent of the chip, or of that of its variants with most prices. */
async function buildRent(chip: ChipRow, own: readonly string[], query: Query) {
  const rented = await findRented(own);
  if (!rented) {
    leaveOutUnknown(toChipHref(chip.chip), query);
    return { corrections: [], section: null };
  }
  return buildFixedChart({
    chart: rentalPricesByChip,
    fixed: { name: 'chip', value: rented },
    path: toChipHref(chip.chip),
    query,
  });
}

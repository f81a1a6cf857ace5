/** Chips side by side, with what they cost, who has them and who writes of them. */
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { parseChoices } from '@/address/choices';
import { listEntries, toHref, writeAddress } from '@/address/href';
import { comparedChips, getChipComparison } from '@/catalog/chip-comparison';
import { drawForPage } from '@/charts/page-drawings';
import { MISSING } from '@/units/format-value';
import { FiguresTable } from '../../_ui/figures-table';
import { AboutFigures, PageHeading } from '../../_ui/headings';
import { Corrections, leaveOutUnknown } from '../../_ui/notices';
import { ChartPicture } from '../../_ui/server-drawing';
import { type PageProps, toSiteHead } from '../../page-head';
import { getTracker } from '../../tracker';

const PATH = '/chips/compare';

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const { offered } = await parseChoices(comparedChips, await searchParams, getTracker().orm);
  const [chosen] = offered;
  const isDefault = !chosen || chosen.value === chosen.fallback;
  return toSiteHead(toHref(PATH, { chips: isDefault ? null : chosen.value }));
}

export default async function CompareChipsPage({ searchParams }: PageProps) {
  const [{ orm }, query] = [getTracker(), await searchParams];
  // Boxes that are ticked in a table repeat the name.
  if (Array.isArray(query.chips)) {
    const others = listEntries(query).filter(([name]) => name !== 'chips');
    redirect(writeAddress(PATH, [['chips', query.chips.join('~')], ...others]));
  }
  const slips = leaveOutUnknown(PATH, query, Object.keys(comparedChips));
  const { values, corrections } = await parseChoices(comparedChips, query, orm);
  const { chips, rows, picture, finding, sources } = await getChipComparison(
    orm,
    values.chips?.split('~') ?? [],
  );
  const drawable = { model: picture, label: `${finding}. ${picture.valueLabel}.` };
  return (
    <>
      <PageHeading title="Compare chips">
        Up to four, by an address or from the <a href="/chips#catalogue">table of all chips</a>.
      </PageHeading>
      <Corrections corrections={[...corrections, ...slips]} />
      <section aria-labelledby="compared" className="chart-block">
        <h2 id="compared" className="finding">
          {finding}
        </h2>
        <p className="measure">
          {picture.valueLabel}: peak dense rates, memory, power and price at launch; of several
          variants the best.
        </p>
        {picture.entries.length > 0 && <ChartPicture drawable={drawable} draw={drawForPage} />}
        {sources && <p className="source-line">Source: {sources}</p>}
      </section>
      <FiguresTable
        caption={`Compare ${chips.map(({ name }) => name).join(' and ')}`}
        columns={[
          { label: 'Figure' },
          ...chips.map(({ name }) => ({ label: name, align: 'right' as const, wraps: true })),
        ]}
        rows={rows.map(({ label, cells }, at) => ({
          id: `compared-${at + 1}`,
          cells: [
            label,
            ...cells.map((cell, place) =>
              cell?.href ? (
                <a key={chips[place]?.chip} href={cell.href}>
                  {cell.text}
                </a>
              ) : (
                (cell?.text ?? MISSING)
              ),
            ),
          ],
        }))}
      />
      <p className="mt-3 text-sm text-muted">
        All of each:{' '}
        {chips.map(({ chip, name, href }, at) => (
          <span key={chip}>
            {at > 0 && ' · '}
            <a href={href}>{name}</a>
          </span>
        ))}
      </p>
      <AboutFigures
        notes={[
          'Speed is the peak dense rate in the vendor’s specification. A span is that of a model’s variants.',
          'Rental prices are the lowest of the newest day on which one is known; prices at launch are of different kinds.',
          'The largest count of one owner is the largest that any list or model has in operation; chips that a source counts together are not in it.',
        ]}
      />
    </>
  );
}

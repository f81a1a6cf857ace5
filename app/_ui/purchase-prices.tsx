/** What a chip was said to cost, price by price, with whose figure each is. */
import { nameOrigin } from '@/data/sources/origins';
import { listSources } from '@/db/queries/names';
import { listPurchasePrices } from '@/subjects/article/newest-prices';
import { formatValue, MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { getTracker } from '../tracker';
import { FiguresTable } from './figures-table';
import { PageSection } from './headings';

/** Nothing where no price, or a single one, is known of the chips. */
export async function PurchasePrices({
  chips,
  title,
  isFolded = false,
}: {
  chips: readonly string[];
  title: string;
  isFolded?: boolean;
}) {
  const { orm } = getTracker();
  const prices = await listPurchasePrices(orm, chips);
  const documents = await listSources(
    orm,
    prices.flatMap(({ source }) => source ?? []),
  );
  const origins = new Map(documents.map((one) => [one.source, nameOrigin(one)]));
  if (prices.length < 2) return null;
  return (
    <PageSection
      id="purchase-prices"
      title={title}
      folded={isFolded ? `${prices.length} figures` : undefined}
    >
      <FiguresTable
        caption="Prices to buy"
        columns={[
          { label: 'Per chip', align: 'right' },
          { label: 'What was priced' },
          { label: 'Kind of price', wraps: true },
          { label: 'Whose figure' },
          { label: 'When' },
        ]}
        rows={prices.map(({ value, what, kind, when, source, note, href }) => ({
          id: `price-${href}`,
          cells: [
            <a key="value" href={href}>
              {formatValue(value, 'USD')}
            </a>,
            what,
            kind,
            origins.get(source ?? '') ?? MISSING,
            when === null ? MISSING : formatDate(when),
          ],
          remark: note,
        }))}
      />
    </PageSection>
  );
}

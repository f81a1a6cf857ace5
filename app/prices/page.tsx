/** What chips and systems cost, and what an hour of them costs. */

import { listSystems, listVariants } from '@/subjects/chips/queries';
import { chipPrices } from '@/subjects/prices/chip-prices';
import { rentalPricesByChip } from '@/subjects/prices/rental-prices';
import { PageSection } from '../_ui/headings';
import { PurchasePrices } from '../_ui/purchase-prices';
import { SystemsTable } from '../_ui/systems-table';
import { buildTopicPage } from '../topic';
import { getTracker } from '../tracker';

const topic = buildTopicPage({
  path: '/prices',
  heading: 'What AI chips cost',
  charts: [rentalPricesByChip, chipPrices],
  children: (
    <>
      <A100 />
      <Systems />
    </>
  ),
  about: [
    'Rental prices are list prices per chip-hour, on demand, unless marked. Prices of a server are divided by its chips. Spot, reserved, serverless and community offers are separate.',
    'Purchase prices are of different kinds (list, reseller, analyst, share of a server, cost estimate) and are never joined.',
    'A system’s price holds CPUs, memory, networking and often support, so a chip’s share of it is not the chip’s price.',
  ],
});

export const generateMetadata = topic.generateMetadata;
export default topic.Page;

/** The chip of the article: what it cost is said in many ways. */
async function A100() {
  const chips = (await listVariants(getTracker().orm, 'a100')).map(({ chip }) => chip);
  return (
    <PurchasePrices chips={chips} title="What an A100 costs to buy, and who says so" isFolded />
  );
}

async function Systems() {
  const systems = await listSystems(getTracker().orm);
  return (
    <PageSection id="systems" title="Systems">
      <SystemsTable systems={systems} first={6} />
    </PageSection>
  );
}

/** What chips and systems cost, and what an hour of them costs. */

import { listSystems } from '@/subjects/chips/queries';
import { chipPrices } from '@/subjects/prices/chip-prices';
import { rentalPricesByChip } from '@/subjects/prices/rental-prices';
import { SystemsTable } from '../_ui/systems-table';
import { buildTopicPage } from '../topic';
import { getTracker } from '../tracker';

const topic = buildTopicPage({
  path: '/prices',
  name: 'Prices',
  question: 'What does it cost?',
  lead: 'Rents by the hour, chips near their launch, whole systems. Prices of different kinds stand side by side and are never joined into one line.',
  charts: [rentalPricesByChip, chipPrices],
  children: <Systems />,
});

export const generateMetadata = topic.generateMetadata;
export default topic.Page;

async function Systems() {
  const systems = await listSystems(getTracker().orm);
  return (
    <section aria-labelledby="systems" className="mt-10">
      <h2 id="systems" className="text-lg font-semibold tracking-tight">
        What do whole systems cost?
      </h2>
      <p className="mt-1 max-w-[70ch] text-sm text-muted">
        A system’s price holds CPUs, memory, networking and often support, so a chip’s share of it
        is not the chip’s price. Pods of cloud companies are only rented.
      </p>
      <SystemsTable systems={systems} />
    </section>
  );
}

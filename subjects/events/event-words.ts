/** Words and colors for sorts of events and export controls. */
import type { ColorName } from '@/charts/colors';
import { toLabels } from '@/data/contract';
import { events } from '@/data/events/contract';
import { exportControls } from '@/data/export-controls/contract';
import type { EventRow } from '@/db/queries/events';

export const controlMeasures = toLabels(exportControls.columns.measure);

export const eventCategories = toLabels(events.columns.category);

export const categoryColors = {
  launch: 'nvidia',
  'export-control': 'amd',
  earnings: 'intel',
  deal: 'startups',
  policy: 'google',
  market: 'microsoft',
  research: 'apple',
} satisfies Record<EventRow['category'], ColorName>;

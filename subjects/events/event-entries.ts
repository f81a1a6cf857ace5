/** The words of the sorts of events and rules, and whether an event may be named as news. */

import { toLabels } from '@/data/contract';
import { events } from '@/data/events/contract';
import { exportControls } from '@/data/export-controls/contract';
import type { NamedEvent } from '@/db/queries/events';

/** Whether more than a digest tells of it: only such an event is named as the newest. */
export const isConfirmed = ({ standing }: Pick<NamedEvent, 'standing'>): boolean =>
  standing === 'verified';

export const controlMeasures = toLabels(exportControls.columns.measure);

export const eventCategories = toLabels(events.columns.category);

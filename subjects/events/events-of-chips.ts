/**
 * What happened to chips. An event holds one chip; others that its words name count as
 * well, and the rules on exports under which a chip stands.
 */

import { toChipHref } from '@/address/links';
import type { Orm } from '@/db/connection';
import { listEvents, type NamedEvent } from '@/db/queries/events';
import type { ChipRow } from '../chips/queries';
import { listKnownNames } from '../names/known-names';
import { buildNameLinker } from '../names/link-names';
import { listRulesOf } from './export-control';
import { listExportControls } from './export-control-queries';

/** Events about the chips, that name them, or that rule their export; newest first. */
export async function listEventsOfChips(
  orm: Orm,
  chips: readonly ChipRow[],
): Promise<NamedEvent[]> {
  const [events, controls, names] = await Promise.all([
    listEvents(orm),
    listExportControls(orm),
    listKnownNames(orm),
  ]);
  const slugs = new Set(chips.map(({ chip }) => chip));
  const hrefs = new Set([...slugs].map(toChipHref));
  const link = buildNameLinker(names);
  const covered = new Map(controls.map((control) => [control.event, control.chips]));
  const rules = listRulesOf(chips, controls);
  const isNamed = ({ event, title, summary }: NamedEvent) =>
    link([title, summary, covered.get(event)].join('\n')).some(
      ({ href }) => href !== null && hrefs.has(href),
    );
  return events.filter(
    (event) => slugs.has(event.chip ?? '') || rules.has(event.event) || isNamed(event),
  );
}

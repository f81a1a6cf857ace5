/** Export control of chips in words: since when, how it stands now, and which rules made it so. */

import type { NamedEvent } from '@/db/queries/events';
import { formatDate } from '@/units/period';
import { exportStates } from '../chips/chip-words';
import type { ChipRow } from '../chips/queries';
import type { ExportControl } from './export-control-queries';

/**
 * "Export to China: controlled since 26 Aug 2022; today: license needed, decided case by
 * case since 15 Jan 2026." The day when control began and how it stands now are two
 * things. Of several chips only what they share; null where nothing is known.
 */
export function describeControl(chips: readonly ChipRow[]): string | null {
  const known = chips.filter(({ export_controlled_to_china: state }) => state !== null);
  const first = known[0];
  if (!first?.export_controlled_to_china) return null;
  const isShared = (read: (chip: ChipRow) => string | null) =>
    known.every((chip) => read(chip) === read(first));
  if (!isShared(({ export_controlled_to_china: state }) => state))
    return 'Export to China: differs from chip to chip, as the specifications say.';
  const state = exportStates[first.export_controlled_to_china].toLowerCase();
  const since = known.flatMap((chip) => chip.export_controlled_since ?? []).sort()[0];
  if (!since) return `Export to China: ${state}.`;
  const review = isShared((chip) => chip.export_case_by_case_since)
    ? first.export_case_by_case_since
    : null;
  return `Export to China: controlled since ${formatDate(since)}; today: ${state}${review ? `, decided case by case since ${formatDate(review)}` : ''}.`;
}

/**
 * The rules under which the chips stand: those of the day when their control began, and
 * whatever changed these later.
 */
export function listRulesOf(
  chips: readonly ChipRow[],
  controls: readonly ExportControl[],
): ReadonlySet<NamedEvent['event']> {
  const begun = new Set(chips.map(({ export_controlled_since: since }) => since));
  const byEvent = new Map(controls.map((control) => [control.event, control]));
  const rules = new Set<string>();
  for (const control of controls) {
    if (control.measure !== 'licence' || !begun.has(control.date)) continue;
    let at: ExportControl | undefined = control;
    while (at && !rules.has(at.event)) {
      rules.add(at.event);
      at = byEvent.get(at.changed_by ?? '');
    }
  }
  return rules;
}

/** What notes of figures say that no picture may be without: breaks and suspects. */
import { hasValue, type Series } from '@/charts/model';
import { formatPeriod } from '@/units/period';
import { isWithin, type TimeRange } from '@/units/time-range';

/**
 * "Break in 2024 (Google): …" for each figure within the time whose note has a
 * sentence that starts with "Break:" or "Suspect:", to its end. What all series say
 * of a period is said once.
 */
export function listCautions(series: readonly Series[], time: TimeRange): string[] {
  const cautions = new Map<string, { kind: string; text: string; when: string; who: string[] }>();
  for (const { label, points } of series) {
    for (const { period, note } of points.filter(hasValue)) {
      const [, kind, text] = CAUTION.exec(note ?? '') ?? [];
      if (!kind || !text || !isWithin(period, time)) continue;
      const id = `${period.label} ${kind} ${text}`;
      const when = formatPeriod(period.label);
      const known = cautions.get(id) ?? { kind, text, when, who: [] };
      cautions.set(id, { ...known, who: [...known.who, label] });
    }
  }
  return [...cautions.values()].map(({ kind, text, when, who }) => {
    const whose = who.length > 1 ? '' : ` (${who[0]})`;
    return `${kind} in ${when}${whose}: ${text}`;
  });
}

/** What a note says to be careful of, as a sentence: "Suspect: …"; null where it says nothing. */
export function toCaution(note: string | null | undefined): string | null {
  return CAUTION.exec(note ?? '')?.[0] ?? null;
}

const CAUTION = /\b(Break|Suspect): (.+)$/;

import { expect, test } from 'vitest';
import { parsePeriod } from '@/units/period';
import { formatWhen, formatWhenShort } from './model';

const quarter = parsePeriod('FY2027-Q2', 'last Sunday of January')!;
const reported = { label: 'FY2027-Q2', start: '2026-04-27', end: '2026-07-26' };

test.each([
  [{ period: parsePeriod('2025-Q4')! }, 'Q4 2025', 'Q4 2025'],
  [{ period: quarter }, 'Q2 FY27 (May–Jul 2026)', 'Q2 FY27'],
  [
    { period: parsePeriod('2026-Q2')!, reported },
    'Q2 2026, reported for Q2 FY27 (May–Jul 2026)',
    'Q2 2026',
  ],
  [
    { period: parsePeriod('2023-Q4')!, reported: { ...reported, start: null } },
    'Q4 2023, reported for Q2 FY27 (to Jul 26, 2026)',
    'Q4 2023',
  ],
  [
    { period: parsePeriod('2026-Q2')!, reported: { ...reported, label: '2026-Q2' } },
    'Q2 2026',
    'Q2 2026',
  ],
  [
    { period: quarter, since: '2025-07-28' },
    'four quarters to Q2 FY27 (Aug 2025–Jul 2026)',
    'four quarters to Q2 FY27',
  ],
])('%j speaks of %s', (place, long, short) => {
  expect(formatWhen(place)).toBe(long);
  expect(formatWhenShort(place)).toBe(short);
});

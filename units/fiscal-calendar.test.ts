import { describe, expect, it } from 'vitest';
import { FISCAL_CALENDAR, toFiscalQuarter } from './fiscal-calendar';

const NVIDIA = 'last Sunday of January';
const BROADCOM = 'Sunday nearest the end of October, long Q1';
const MICRON = 'Thursday nearest the end of August';
const ORACLE = 'last day of May';

// Period ends as printed on the covers of the companies' 10-Q and 10-K filings.
it.each([
  [NVIDIA, 2016, 1, '2015-01-26', '2015-04-26'],
  [NVIDIA, 2016, 4, '2015-10-26', '2016-01-31'],
  [NVIDIA, 2017, 1, '2016-02-01', '2016-05-01'],
  [NVIDIA, 2021, 2, '2020-04-27', '2020-07-26'],
  [NVIDIA, 2021, 4, '2020-10-26', '2021-01-31'],
  [NVIDIA, 2023, 4, '2022-10-31', '2023-01-29'],
  [NVIDIA, 2024, 1, '2023-01-30', '2023-04-30'],
  [NVIDIA, 2027, 2, '2026-04-27', '2026-07-26'],
  [BROADCOM, 2024, 1, '2023-10-30', '2024-02-04'],
  [BROADCOM, 2024, 4, '2024-08-05', '2024-11-03'],
  [BROADCOM, 2025, 4, '2025-08-04', '2025-11-02'],
  [BROADCOM, 2026, 3, '2026-05-04', '2026-08-02'],
  [MICRON, 2020, 4, '2020-05-29', '2020-09-03'],
  [MICRON, 2024, 4, '2024-05-31', '2024-08-29'],
  [MICRON, 2025, 1, '2024-08-30', '2024-11-28'],
  [ORACLE, 2025, 1, '2024-06-01', '2024-08-31'],
  [ORACLE, 2024, 3, '2023-12-01', '2024-02-29'],
  [ORACLE, 2025, 4, '2025-03-01', '2025-05-31'],
] as const)('%s: FY%i Q%i runs from %s to %s', (calendar, year, quarter, start, end) => {
  expect(toFiscalQuarter(calendar, year, quarter)).toEqual({ start, end });
});

describe.each([
  NVIDIA,
  BROADCOM,
  MICRON,
  ORACLE,
  'last day of December',
  'last Saturday of December',
])('%s', (calendar) => {
  it('leaves no day between two quarters, 53-week years included', () => {
    let previousEnd = toFiscalQuarter(calendar, 2015, 4).end;
    for (let year = 2016; year <= 2040; year++) {
      for (const quarter of [1, 2, 3, 4] as const) {
        const { start, end } = toFiscalQuarter(calendar, year, quarter);
        expect(Date.parse(start) - Date.parse(previousEnd)).toBe(86_400_000);
        previousEnd = end;
      }
    }
  });
});

it.each(['last Sunday of Jan', 'Sunday of January', 'last day of May, long Q5', '31 January'])(
  'takes "%s" for no calendar',
  (text) => {
    expect(text).not.toMatch(FISCAL_CALENDAR);
    expect(() => toFiscalQuarter(text, 2025, 1)).toThrow('is no fiscal calendar');
  },
);

import { describe, expect, it } from 'vitest';
import { type Column, date, integer, number, slug, text, url } from './contract';
import { buildCellParser, isDay } from './parse-cell';

const about = { label: 'Label', meaning: 'Meaning.' };

describe('one cell', () => {
  it.each<[Column, string, string | number | null]>([
    [text(about), 'NVIDIA', 'NVIDIA'],
    [text({ ...about, optional: true }), '', null],
    [slug(about), 'h100-sxm', 'h100-sxm'],
    [url(about), 'https://example.org/a?b=c', 'https://example.org/a?b=c'],
    [integer({ ...about, unit: null }), '-12', -12],
    [integer({ ...about, unit: null }), '12.0', 12],
    [number({ ...about, unit: '%' }), '0.5', 0.5],
    [number({ ...about, unit: '%', min: 0, max: 100 }), '100', 100],
    [date({ ...about, precision: 'day' }), '2024-02-29', '2024-02-29'],
    [date({ ...about, precision: 'partial' }), '2024-02', '2024-02'],
    [date({ ...about, precision: 'partial' }), '2024', '2024'],
  ])('%o takes "%s"', (column, cell, value) => {
    expect(buildCellParser(column)(cell)).toEqual({ value, issue: null });
  });

  it.each<[Column, string, string]>([
    [text(about), '', 'missing-value'],
    [text(about), ' NVIDIA', 'outer-space'],
    [slug(about), 'h100--sxm', 'not-a-slug'],
    [text({ ...about, pattern: /^\d{4}(-\d{2}(-\d{2})?)?$/ }), '2023-02-30', 'not-a-date'],
    [text({ ...about, pattern: /^\d{4}-\d{2}\/\d{4}-\d{2}$/ }), '2023-01/2023-13', 'not-a-date'],
    [text({ ...about, pattern: /^FY\d{4}-Q[1-4]$/ }), 'FY9202-Q1', 'absurd-date'],
    [url(about), 'example.org', 'not-an-address'],
    [integer({ ...about, unit: null }), '1.5', 'not-a-whole-number'],
    [integer({ ...about, unit: null }), '9007199254740993', 'not-a-whole-number'],
    [number({ ...about, unit: '%' }), '1e3', 'not-a-number'],
    [number({ ...about, unit: '%', min: 0 }), '-0.1', 'too-small'],
    [date({ ...about, precision: 'day' }), '2024-00-10', 'not-a-date'],
    [date({ ...about, precision: 'day' }), '2024-01-00', 'not-a-date'],
    [date({ ...about, precision: 'partial' }), '2024-00', 'not-a-date'],
  ])('%o refuses "%s": %s', (column, cell, rule) => {
    expect(buildCellParser(column)(cell)).toMatchObject({ value: null, issue: { rule } });
  });

  it('agrees with the calendar on every day of ordinary, leap and century years', () => {
    for (const year of [1900, 2000, 2023, 2024]) {
      for (let month = 1; month <= 13; month += 1) {
        for (let day = 1; day <= 32; day += 1) {
          const cell = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const time = new Date(Date.UTC(year, month - 1, day)).toISOString();
          expect(`${cell} ${isDay(cell)}`).toBe(`${cell} ${time.startsWith(cell)}`);
        }
      }
    }
  });
});

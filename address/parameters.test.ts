import { expect, test } from 'vitest';
import { day, oneOption, type Query, readAddress, someOf, wholeNumber } from './parameters';

const labels = { light: 'Light', dark: 'Dark' };
const declared = {
  theme: oneOption({
    label: 'Theme',
    meaning: 'Colors.',
    values: { light: 'Light', dark: 'Dark' },
    fallback: 'light',
  }),
  width: wholeNumber('Pixels.', { min: 400, max: 4000 }),
  accessed: day('When it was seen.'),
  series: someOf(['amd', 'intel', 'nvidia'], {
    meaning: 'Lines.',
    schema: {},
    allowed: 'Vendors.',
  }),
};

const nothing = { theme: 'light', width: null, accessed: null, series: null };
const width = 'Use a whole number from 400 to 4000.';

test.each<[string, Query, object, Record<string, string>, readonly object[]]>([
  ['nothing asked', {}, {}, { theme: 'light' }, []],
  ['what a form leaves open', { theme: '', width: '', series: [''] }, {}, { theme: 'light' }, []],
  [
    'all of them',
    { theme: 'dark', width: '500', accessed: '2026-11-25', series: 'nvidia~amd' },
    { theme: 'dark', width: 500, accessed: '2026-11-25', series: ['amd', 'nvidia'] },
    { theme: 'dark', width: '500', accessed: '2026-11-25', series: 'amd~nvidia' },
    [],
  ],
  [
    'a list as a form sends it',
    { series: ['amd', 'intel'] },
    { series: ['amd', 'intel'] },
    { theme: 'light', series: 'amd~intel' },
    [],
  ],
  ['a whole list', { series: 'amd~intel~nvidia' }, {}, { theme: 'light' }, []],
  [
    'a value not on offer',
    { theme: 'constructor' },
    {},
    { theme: 'light' },
    [
      {
        parameter: 'theme',
        found: 'constructor',
        used: 'light',
        allowed: ['light', 'dark'],
        labels,
      },
    ],
  ],
  [
    'one value too many',
    { theme: ['dark', 'light'] },
    { theme: 'dark' },
    { theme: 'dark' },
    [{ parameter: 'theme', found: 'dark, light', used: 'dark', allowed: 'Use one value.', labels }],
  ],
  [
    'a number out of bounds',
    { width: '399' },
    {},
    { theme: 'light' },
    [{ parameter: 'width', found: '399', used: '', allowed: width }],
  ],
  [
    'another spelling of a number',
    { width: '0500' },
    { width: 500 },
    { theme: 'light', width: '500' },
    [{ parameter: 'width', found: '0500', used: '500', allowed: width }],
  ],
  [
    'a day that is none',
    { accessed: '2026-02-30' },
    {},
    { theme: 'light' },
    [{ parameter: 'accessed', found: '2026-02-30', used: '', allowed: expect.any(String) }],
  ],
  [
    'unknown members of a list',
    { series: 'amd~foo~bar' },
    { series: ['amd'] },
    { theme: 'light', series: 'amd' },
    ['foo', 'bar'].map((found) => ({
      parameter: 'series',
      found,
      used: 'amd',
      allowed: 'Vendors.',
    })),
  ],
])('reads %s', (_, query, values, texts, problems) => {
  expect(readAddress(declared, query)).toEqual({
    values: { ...nothing, ...values },
    texts,
    problems,
  });
});

test('what the declarations say of themselves is what they accept', () => {
  expect(declared.theme.schema).toEqual({
    type: 'string',
    enum: ['light', 'dark'],
    default: 'light',
  });
  expect(declared.width.schema).toEqual({ type: 'integer', minimum: 400, maximum: 4000 });
  for (const width of ['400', '4000']) expect(declared.width.read([width]).wrong).toEqual([]);
  for (const width of ['399', '4001', '1e3', '400.5']) {
    expect(declared.width.read([width]).wrong).toEqual([width]);
  }
});

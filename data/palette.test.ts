import { expect, test } from 'vitest';
import palette from './palette.json';
import { getContrast, getLeastDifference } from './sight-for-tests';

const THEMES = ['light', 'dark'] as const;
/** Less cannot be told apart at a glance. */
const LEAST_DIFFERENCE = 15;

const toPairs = (names: readonly string[]) =>
  names.flatMap((one, at) => names.slice(at + 1).map((other) => [one, other] as const));

const chips = ['nvidia', 'google', 'amd', 'aws'];
const sets: Record<string, Record<string, { light: string; dark: string }>> = {
  vendors: palette.vendors,
  'fills of vendors': Object.fromEntries(
    Object.entries(palette.vendors).map(([name, { fill, dark }]) => [name, { light: fill, dark }]),
  ),
  'what is no vendor': palette.categories,
  ...Object.fromEntries(
    (['fill', 'light'] as const).map((look) => [
      `owners over time, ${look}`,
      {
        ...Object.fromEntries(
          (['google', 'microsoft', 'aws', 'meta', 'other'] as const).map((name) => [
            name,
            { light: palette.vendors[name][look], dark: palette.vendors[name].dark },
          ]),
        ),
        ...palette.owners,
      },
    ]),
  ),
  'an owner’s total and the part of it that is known': {
    holder: palette.inks.holder,
    tint: palette.inks['holder-tint'],
    page: palette.inks.page,
  },
  ...Object.fromEntries(
    chips.map((vendor) => [
      `generations of ${vendor}`,
      Object.fromEntries(
        Object.entries(palette.generations).filter(([name]) => name.startsWith(`${vendor}-`)),
      ),
    ]),
  ),
};

test.each(Object.entries(sets))(
  'any two colors of %s are told apart in four kinds of sight',
  (_, set) => {
    const pairs = toPairs(Object.keys(set));
    expect(pairs.length).toBeGreaterThan(0);
    for (const [one, other] of pairs) {
      for (const theme of THEMES) {
        const difference = getLeastDifference(set[one]![theme], set[other]![theme]);
        expect(difference, `${one} and ${other}, ${theme}`).toBeGreaterThanOrEqual(
          LEAST_DIFFERENCE,
        );
      }
    }
  },
);

const { ink, muted, accent, warning } = palette.inks;
const words = {
  ...palette.vendors,
  ...palette.categories,
  ...palette.owners,
  ...palette.own,
  ink,
  muted,
  accent,
  warning,
};

test.each(Object.entries(words))('%s can be read on the page and on raised ground', (_, color) => {
  for (const theme of THEMES) {
    for (const ground of [palette.inks.page, palette.inks.raised]) {
      expect(getContrast(color[theme], ground[theme])).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test('the differences are those of published examples', () => {
  expect(getLeastDifference('#000000', '#ffffff')).toBeCloseTo(100, 1);
  expect(getLeastDifference('#123456', '#123456')).toBe(0);
  // Red and green of the same lightness, which red-green blindness makes one.
  expect(getLeastDifference('#b58800', '#c87f00')).toBeLessThan(LEAST_DIFFERENCE);
  expect(getContrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

import { expect, test } from 'vitest';
import { type ColorName, colors } from './colors';

/** WCAG 2: (lighter + 0.05) / (darker + 0.05) of the relative luminances. */
function toContrast(one: string, other: string): number {
  const [dark, light] = [one, other].map(toLuminance).sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

function toLuminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

const behind: readonly ColorName[] = ['page', 'card', 'raised', 'grid', 'rule'];
const names = (Object.keys(colors) as ColorName[]).filter((name) => !behind.includes(name));

test.each(names)('%s can be read on cards, light and dark', (name) => {
  for (const theme of ['light', 'dark'] as const) {
    expect(toContrast(colors[name][theme], colors.card[theme])).toBeGreaterThanOrEqual(4.5);
  }
});

test('no two shades of a vendor are the same', () => {
  for (const theme of ['light', 'dark'] as const) {
    const shades = names.filter((name) => /-\d$/.test(name)).map((name) => colors[name][theme]);
    expect(new Set(shades).size).toBe(shades.length);
  }
});

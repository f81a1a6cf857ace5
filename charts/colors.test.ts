import { expect, test } from 'vitest';
import { getCategoryColor, getColor, getGenerationColor, toCssVariables } from './colors';

test('a page and a picture have the same colors', () => {
  const light = getColor('google-fill', 'light');
  expect(light).not.toBe(getColor('google', 'light'));
  expect(toCssVariables()).toContain(
    `--google-fill:light-dark(${light},${getColor('google', 'dark')})`,
  );
  expect(getColor('font-inter', 'light')).toBeUndefined();
});

test('generations begin with the newest, and a color without any is its own', () => {
  expect(getGenerationColor('nvidia', 0)).toBe('nvidia-1');
  expect(getGenerationColor('nvidia', 7)).toBe('nvidia-2');
  expect(getGenerationColor('intel', 3)).toBe('intel');
});

test('what is no vendor has the second palette, again where it runs out', () => {
  expect([getCategoryColor(0), getCategoryColor(7)]).toEqual(['category-1', 'category-1']);
});

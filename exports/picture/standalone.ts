/**
 * A drawing that stands by itself: colors as values. On a page they come from the
 * style sheet.
 */
import { type ColorName, colors } from '@/charts/colors';

export type Theme = 'light' | 'dark';

/** The color itself. */
export function toColor(name: ColorName, theme: Theme): string {
  return colors[name][theme];
}

/** Replaces references to colors by their values; text between tags stays as it is. */
export function resolveColors(svg: string, theme: Theme): string {
  return svg.replace(TAG, (tag) =>
    tag
      .replace(VARIABLE, (whole, name: string) =>
        name in colors ? toColor(name as ColorName, theme) : whole,
      )
      .replaceAll('"currentColor"', `"${toColor('ink', theme)}"`),
  );
}

const TAG = /<[a-zA-Z](?:[^>"]|"[^"]*")*>/g;
const VARIABLE = /var\(--([a-z0-9-]+)\)/g;

/** The drawing without its outermost element, for setting it into another. */
export function unwrapSvg(svg: string): string {
  return svg.replace(/^<svg(?:\s+[\w:-]+="[^"]*")*\s*>/, '').replace(/<\/svg>\s*$/, '');
}

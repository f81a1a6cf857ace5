/**
 * Colors by name, so that a vendor keeps its color on every page. The values stand in
 * `data/palette.json`, a light and a dark one each. Pages and embeds get them as CSS
 * variables; exported pictures get the values themselves.
 */
import palette from '@/data/palette.json' with { type: 'json' };

interface ThemedColor {
  readonly light: string;
  readonly dark: string;
}

/**
 * Of vendors; of whatever is no vendor; of owners of chips that design none; of one vendor's generations of chips, the newest
 * first; of a visitor's own figures; and the page's own ink, also used inside drawings.
 */
const { vendors, categories, owners, generations, own, inks } = palette;

export const colors = {
  ...vendors,
  ...categories,
  ...owners,
  ...generations,
  ...own,
  ...inks,
} satisfies Record<string, ThemedColor>;

/** The mark of each vendor's color, by its name in `charts/legend.ts`. */
export const vendorMarks = Object.fromEntries(
  Object.entries(vendors).map(([name, { mark }]) => [name, mark]),
) as Readonly<Record<keyof typeof vendors, string>>;

export type ColorName = keyof typeof colors;

/** How a drawing refers to the color of a line, a mark or a word; resolved by the page or by a picture. */
export function paint(name: ColorName): string {
  return `var(--${name})`;
}

/** The same for things of one color of which some may step back, gray. */
export function paintUnlessBack<Thing extends { readonly isBack?: boolean }>(
  all: readonly Thing[],
  name: ColorName,
  back: ColorName = 'back',
): string | ((thing: Thing) => string) {
  if (!all.some(({ isBack }) => isBack)) return paint(name);
  return ({ isBack }) => paint(isBack ? back : name);
}

/** The color of a bar or an area: in the light theme that of a vendor may be lighter than its line. */
export function paintFill(name: ColorName): string {
  return name in vendors ? `var(--${name}-fill)` : paint(name);
}

/**
 * The outline of an area whose own color may be as pale as the page, and of areas that step
 * back, which share one gray; none for any other.
 */
export function paintOutline(name: ColorName): string {
  if (name === 'back') return paint('card');
  return name in generations ? `var(--${name.replace(/\d$/, '3')})` : 'none';
}

/** The color of a word that names a line or an area: one that can be read where its own could not. */
export function paintWord(name: ColorName): string {
  if (name === 'back') return paint('muted');
  return name in generations ? 'currentColor' : paint(name);
}

/** Whether a line of this color is told from those of other vendors, or other kinds, by it alone. */
export function isTellable(name: ColorName): boolean {
  return (name in vendors && name !== 'other') || name in categories || name in owners;
}

/** The value of a color, by the name that a drawing refers to it by; undefined: there is none. */
export function getColor(name: string, theme: keyof ThemedColor): string | undefined {
  return variables.get(name)?.[theme];
}

const variables = new Map<string, ThemedColor>([
  ...Object.entries<ThemedColor>(colors),
  ...Object.entries(vendors).map(
    ([name, { fill, dark }]) => [`${name}-fill`, { light: fill, dark }] as const,
  ),
]);

/** `:root` declarations for a page that follows its color scheme. */
export function toCssVariables(): string {
  return [...variables]
    .map(([name, { light, dark }]) => `--${name}:light-dark(${light},${dark})`)
    .join(';');
}

/** The color of the n-th of several kinds of things that are no vendors; where they run out they repeat. */
export function getCategoryColor(index: number): ColorName {
  return pick(Object.keys(categories), index);
}

/**
 * The color of the n-th newest of one vendor's generations; a color that has no generations
 * is its own.
 */
export function getGenerationColor(color: ColorName, index: number): ColorName {
  const steps = Object.keys(generations).filter((name) => name.startsWith(`${color}-`));
  return steps.length > 0 ? pick(steps, index) : color;
}

/** The color of the n-th series of a visitor's own figures; where they run out they repeat. */
export function getOwnShade(index: number): ColorName {
  return pick(Object.keys(own), index);
}

function pick(names: readonly string[], index: number): ColorName {
  return names[index % names.length] as ColorName;
}

/**
 * Colors by name, so that a vendor keeps its color on every page. Each has a
 * light and a dark value, both at least 4.5:1 on the page behind them. Pages get
 * them as CSS variables; exported pictures get the values themselves.
 */

interface ThemedColor {
  readonly light: string;
  readonly dark: string;
}

const vendorColors = {
  nvidia: { light: '#4f7f00', dark: '#86cc16' },
  amd: { light: '#c8102e', dark: '#ff6b6b' },
  intel: { light: '#0060b9', dark: '#58a6ff' },
  google: { light: '#9a6700', dark: '#f2b93b' },
  aws: { light: '#b45309', dark: '#ff9d3f' },
  huawei: { light: '#a3123f', dark: '#ff7aa8' },
  apple: { light: '#57606a', dark: '#b1bac4' },
  microsoft: { light: '#007c83', dark: '#2fd0d8' },
  startups: { light: '#7a3fb0', dark: '#c297ff' },
  other: { light: '#6b7280', dark: '#9ca3af' },
} satisfies Record<string, ThemedColor>;

// Shades for series of one vendor's chips, darkest and lightest far apart so
// that neighbors in a stack can be told from each other.
const shadeColors = {
  'nvidia-1': { light: '#1f3a00', dark: '#d9f99d' },
  'nvidia-2': { light: '#4f7f00', dark: '#86cc16' },
  'nvidia-3': { light: '#00725a', dark: '#34d399' },
  'nvidia-4': { light: '#6f7300', dark: '#d4d41a' },
  'nvidia-5': { light: '#2f6f3a', dark: '#4ade80' },
  'nvidia-6': { light: '#55701f', dark: '#a8c65a' },
  'nvidia-7': { light: '#00696b', dark: '#5eead4' },
  'nvidia-8': { light: '#5b6b55', dark: '#b6c7ae' },
  'google-1': { light: '#9a6700', dark: '#f2b93b' },
  'google-2': { light: '#5c1f00', dark: '#ffe4a8' },
  'google-3': { light: '#7d6b4f', dark: '#c9b699' },
  'google-4': { light: '#5f5a00', dark: '#e6e36a' },
  'google-5': { light: '#8a4b2f', dark: '#d98e5f' },
  'google-6': { light: '#3d2b1f', dark: '#fff3d6' },
  'google-7': { light: '#9c5b52', dark: '#e8a99c' },
  'google-8': { light: '#4f4a2a', dark: '#a8a06a' },
  'amd-1': { light: '#c8102e', dark: '#ff6b6b' },
  'amd-2': { light: '#8f0f22', dark: '#ffa8a8' },
  'amd-3': { light: '#b5435a', dark: '#e88a96' },
  'aws-1': { light: '#b45309', dark: '#ff9d3f' },
  'aws-2': { light: '#7c3a06', dark: '#ffc894' },
  // A visitor's own figures.
  'own-1': { light: '#b0148f', dark: '#ff8be6' },
  'own-2': { light: '#5b21b6', dark: '#c4b5fd' },
  'own-3': { light: '#7a1f5c', dark: '#f5b5de' },
} satisfies Record<string, ThemedColor>;

// The page's own ink, also used inside drawings.
const inkColors = {
  page: { light: '#ffffff', dark: '#10141b' },
  card: { light: '#ffffff', dark: '#10141b' },
  raised: { light: '#f6f7f9', dark: '#1c222d' },
  ink: { light: '#14171c', dark: '#e9ecf1' },
  muted: { light: '#545c69', dark: '#a7b0be' },
  grid: { light: '#e6e8ec', dark: '#262d39' },
  rule: { light: '#d3d7de', dark: '#39424f' },
  accent: { light: '#1d4ed8', dark: '#8ab4ff' },
  warning: { light: '#8a4b00', dark: '#ffc46b' },
} satisfies Record<string, ThemedColor>;

export const colors = { ...vendorColors, ...shadeColors, ...inkColors } satisfies Record<
  string,
  ThemedColor
>;

export type ColorName = keyof typeof colors;

/** How a drawing refers to a color; resolved by the page or by `toStandalone`. */
export function paint(name: ColorName): string {
  return `var(--${name})`;
}

/** `:root` declarations for a page that follows its color scheme. */
export function toCssVariables(): string {
  return Object.entries(colors)
    .map(([name, { light, dark }]) => `--${name}:light-dark(${light},${dark})`)
    .join(';');
}

/**
 * The shade of the n-th of several series of one color, such as one vendor's chips;
 * where the color's shades run out they repeat, and a color without shades is its own.
 */
export function getShade(color: ColorName, index: number): ColorName {
  return pickShade(color, index) ?? color;
}

/** The color of the n-th series of a visitor's own figures; where they run out they repeat. */
export function getOwnShade(index: number): ColorName {
  return pickShade('own', index) ?? 'own-1';
}

function pickShade(base: string, index: number): ColorName | undefined {
  const shades = shadeNames.filter((name) => name.startsWith(`${base}-`));
  return shades[index % shades.length];
}

const shadeNames = Object.keys(shadeColors) as (keyof typeof shadeColors)[];

/**
 * The fonts that drawings stand in. Labels are measured for Inter (`text-width.ts`);
 * where it has not come, they stand in a font that is no wider, so that none reaches
 * over the edge of its drawing.
 */

/** For files: Inter where it is installed, else what is no wider, else what there is. */
export const FONT_FAMILY =
  "Inter, 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif";

const NARROWED = 'Narrowed Sans';

/** For documents that carry `NARROWED_FACES`; what stands in for Inter, widest names last. */
export const FALLBACK_FONTS = `'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', '${NARROWED}', sans-serif`;

/**
 * DejaVu Sans, a plain Debian's only font, and Verdana, which is as wide: 5% wider
 * than Inter in regular type, 15% in semibold. The other systems' fonts are narrower.
 */
export const NARROWED_FACES = [
  toFace('400 599', '94%', ['DejaVu Sans', 'Verdana']),
  toFace('600 700', '86%', ['DejaVu Sans Bold', 'Verdana Bold']),
].join('');

function toFace(weights: string, size: string, names: readonly string[]): string {
  const sources = names.map((name) => `local("${name}")`).join(',');
  return `@font-face{font-family:'${NARROWED}';font-weight:${weights};size-adjust:${size};src:${sources}}`;
}

/**
 * How large a picture is, and how large its writing. A drawing is laid out in
 * units of its own, of which one is `zoom` pixels: text grows with the picture, so
 * a slide reads from the back row and a small picture is still readable.
 */
import { oneOption, type Parameters, wholeNumber } from '@/address/parameters';
import type { ExportValues } from '../format';

export interface PictureSize {
  /** Pixels. */
  readonly width: number;
  /** Pixels; null: as high as the content asks for. */
  readonly height: number | null;
  /** Of a picture for paper: its size there. */
  readonly paper?: Paper;
  /** Pixels of its smallest type, where that is not to follow from the size. */
  readonly leastType?: number;
  /** Seen small, in a feed: few rows, few words, no notes. */
  readonly isCard?: true;
}

/** Millimeters. */
export interface Paper {
  readonly width: number;
  readonly height: number;
}

/** Half as large again as on a page when a card stands in a feed at a third of its width. */
const READABLE_AFAR = 24;

/** Name → pixels; those of print are 300 dots an inch. */
export const presets = {
  article: { width: 1200, height: 800, meaning: 'Article, 1200 × 800' },
  slide: { width: 1920, height: 1080, leastType: READABLE_AFAR, meaning: 'Slide, 1920 × 1080' },
  square: {
    ...{ width: 1080, height: 1080, leastType: READABLE_AFAR, isCard: true },
    meaning: 'Square, 1080 × 1080',
  },
  social: {
    ...{ width: 1200, height: 630, leastType: READABLE_AFAR, isCard: true },
    meaning: 'Social card, 1200 × 630',
  },
  print: {
    width: 2126,
    height: 1417,
    paper: { width: 180, height: 120 },
    meaning: 'Print, 18 × 12 cm at 300 dpi',
  },
} as const satisfies Record<string, PictureSize & { meaning: string }>;

/** Forty megapixels are 160 MB while they are drawn. */
export const MOST_PIXELS = 40_000_000;

const FIT = 'fit';

export const sizeParameters = {
  size: oneOption({
    label: 'Size',
    meaning: `A usual size in pixels; width and height overrule it. ${wordPresets()}.`,
    values: {
      [FIT]: 'Auto height',
      ...Object.fromEntries(Object.entries(presets).map(([name, one]) => [name, one.meaning])),
    },
    fallback: FIT,
  }),
  width: wholeNumber('Width in pixels.', { min: 400, max: 4000 }),
  height: wholeNumber('Height in pixels; without it, the height follows the content.', {
    min: 200,
    max: 4000,
  }),
} as const satisfies Parameters;

function wordPresets(): string {
  return Object.entries(presets)
    .map(([name, { meaning }]) => `${name}: ${meaning.slice(meaning.indexOf(',') + 2)}`)
    .join('; ');
}

export function toPictureSize({ size = FIT, width, height }: ExportValues): PictureSize {
  const preset: PictureSize =
    size in presets ? presets[size as keyof typeof presets] : { width: 1200, height: null };
  if (!width && !height) return preset;
  // A width of one's own leaves the preset's height behind: its shape is gone anyway.
  const free = width !== undefined && height === undefined;
  return {
    width: width ? Number(width) : preset.width,
    height: height ? Number(height) : free ? null : preset.height,
  };
}

// The page's own drawing, with its title and notes, has about this area at a zoom of 1.
const AREA_AT_ZOOM_1 = 860 * 540;
/** Fewer units than a phone has pixels leave no room for labels. */
const NARROWEST = 380;

/** The smallest type of a drawing and of the words around it, in units. */
export const SMALLEST_TYPE = 11;

/**
 * Pixels per unit: by the size alone, so that pictures of one size have type of one size.
 * Never below 1, where type would be smaller than on the page.
 */
export function toZoom({ width, height, leastType }: PictureSize): number {
  if (leastType !== undefined) return leastType / SMALLEST_TYPE;
  const area = width * (height ?? width * 0.6);
  const byArea = Math.sqrt(area / AREA_AT_ZOOM_1);
  return Math.max(1, Math.min(byArea, width / NARROWEST));
}

/** How far down a page its first chart stands, and how many screens the page fills. */
import type { Page } from '@playwright/test';

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** Pages that are charts under one heading. */
export const TOPIC_PAGES = [
  '/share',
  '/papers',
  '/holdings',
  '/data-centers',
  '/revenue',
  '/chips',
  '/prices',
  '/competition',
];

/** Pages of one thing that begin with its chart. */
export const CHART_FIRST_PAGES = [
  '/compare',
  ...['stability-ai', 'meta', 'microsoft', 'xai'].map((slug) => `/organizations/${slug}`),
];

/** Pages of words and tables, and of estimates: they end as soon as the others. */
export const LONG_PAGES = [
  '/article',
  '/vendors',
  '/vendors/nvidia',
  '/vendors/amd',
  '/calculators',
  '/calculators/inference',
  '/calculators/training',
  '/sources',
  '/organizations',
];

export interface FirstScreen {
  /** The edges of the first chart's block, in px from the top of the page; null without a chart. */
  readonly block: readonly [top: number, bottom: number] | null;
  /** The height of the page in windows of this height. */
  readonly screens: number;
}

/** Measures the page that is open, at the size of its window. */
export function measureFirstScreen(page: Page): Promise<FirstScreen> {
  return page.evaluate(() => {
    const drawing = [...document.querySelectorAll('main svg[role="img"]')].find(
      (svg) => svg.getBoundingClientRect().height > 0,
    );
    const [block] = [drawing?.closest('section')].flatMap((one) =>
      one ? [one.getBoundingClientRect()] : [],
    );
    return {
      block: block
        ? ([Math.round(block.top + scrollY), Math.round(block.bottom + scrollY)] as const)
        : null,
      screens: document.documentElement.scrollHeight / innerHeight,
    };
  });
}

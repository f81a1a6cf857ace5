/** The pages a visitor can reach, for tests that hold on all of them. */
import type { APIRequestContext } from '@playwright/test';
import { sitePages } from '@/app/site-pages';

/** One or two of each kind of which there are many. */
const EXAMPLES = [
  '/organizations/meta',
  '/chips/a100',
  '/vendors/nvidia',
  '/search?q=a100',
  '/search?q=nvdia',
  '/charts/nvidia-data-center-revenue',
  '/datasets/nvidia-revenue',
  '/evidence/gpu-market-share/jpr-aib-desktop~2025-Q4~nvidia',
];

/** Every page that is one of its kind, so that a new one is visited too, and the examples. */
export const PAGES: readonly string[] = [...sitePages.map(({ href }) => href), ...EXAMPLES];

/** Those that answer their question with a drawing. */
export const PAGES_WITH_CHARTS = [
  '/',
  '/share',
  '/share/compare',
  '/papers',
  '/holdings',
  '/compare',
  '/revenue',
  '/chips',
  '/chips/a100',
  '/vendors/nvidia',
  '/prices',
  '/timeline',
  '/article',
  '/charts/nvidia-data-center-revenue',
  '/calculators/inference',
  '/calculators/training',
  '/competition',
] as const;

/** Names of the choices that a page offers in its links and forms, but for the snapshot. */
export async function listChoices(request: APIRequestContext, page: string): Promise<string[]> {
  const html = await (await request.get(page)).text();
  const names = new Set<string>();
  for (const [, query = ''] of html.matchAll(/href="[^"?]*\?([^"#]*)/g)) {
    for (const name of new URLSearchParams(query.replaceAll('&amp;', '&')).keys()) names.add(name);
  }
  for (const [, name = ''] of html.matchAll(/<(?:input|select)\b[^>]*\bname="([^"]+)"/g)) {
    names.add(name);
  }
  // A wrong choice is corrected, but a snapshot that is not kept is not found.
  names.delete('snapshot');
  return [...names].sort();
}

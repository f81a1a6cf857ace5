/** The pages a visitor can reach, for tests that hold on all of them. */
import type { APIRequestContext } from '@playwright/test';

/** Every kind of page, with one example where a kind has many. */
export const PAGES = [
  '/',
  '/share',
  '/share/compare',
  '/papers',
  '/holdings',
  '/compare',
  '/organizations/meta',
  '/revenue',
  '/chips',
  '/chips/a100',
  '/vendors',
  '/vendors/nvidia',
  '/prices',
  '/timeline',
  '/search?q=a100',
  '/search?q=nvdia',
  '/charts',
  '/charts/nvidia-data-center-revenue',
  '/datasets',
  '/datasets/nvidia-revenue',
  '/evidence/gpu-market-share/jpr-aib-desktop~2025-Q4~nvidia',
  '/sources',
  '/snapshots',
  '/docs/api',
  '/calculators',
  '/calculators/inference',
  '/calculators/training',
  '/article',
  '/competition',
] as const;

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

/** Names of the choices that a page offers in its links and forms. */
export async function listChoices(request: APIRequestContext, page: string): Promise<string[]> {
  const html = await (await request.get(page)).text();
  const names = new Set<string>();
  for (const [, query = ''] of html.matchAll(/href="[^"?]*\?([^"#]*)/g)) {
    for (const name of new URLSearchParams(query.replaceAll('&amp;', '&')).keys()) names.add(name);
  }
  for (const [, name = ''] of html.matchAll(/<(?:input|select)\b[^>]*\bname="([^"]+)"/g)) {
    names.add(name);
  }
  return [...names].sort();
}

import { describe, expect, it } from 'vitest';
import { listNearest } from './nearest';

const addresses = [
  '/',
  '/share',
  '/papers',
  '/revenue',
  '/charts/papers-by-vendor',
  '/charts/market-share',
  '/datasets',
  '/datasets/gpu-holdings',
  '/datasets/gpu-holdings-history',
  '/datasets/gpu-market-share',
  '/chips/a100',
  '/chips/a10',
  '/vendors/nvidia',
  '/organizations/openai',
];
const pages = addresses.map((href) => ({ href, label: href }));

describe('pages near an address that leads nowhere', () => {
  it.each([
    ['/revenu', ['/revenue']],
    ['/reveneu', ['/revenue']],
    ['/Revenue/', ['/revenue']],
    ['/datasets/gpu_holdings', ['/datasets/gpu-holdings']],
    ['/gpu-holding.csv', ['/datasets/gpu-holdings', '/datasets/gpu-holdings-history']],
    ['/chart/market-share', ['/charts/market-share']],
    ['/chips/nvidia-a100', ['/chips/a100']],
    ['/organizations/open-ai', ['/organizations/openai']],
    ['/wp-login.php', []],
    ['/%E0%A4%A', []],
    ['/', []],
  ])('%s', (path, nearest) => {
    expect(listNearest(path, pages).map(({ href }) => href)).toEqual(nearest);
  });

  it('are none for an endless address', () => {
    expect(listNearest(`/${'revenue'.repeat(10_000)}`, pages)).toEqual([]);
  });
});

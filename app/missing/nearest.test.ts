import { describe, expect, it } from 'vitest';
import { listNearest } from './nearest';

const pages = [
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
];

describe('pages near an address that leads nowhere', () => {
  it.each([
    ['/revenu', ['/revenue']],
    ['/reveneu', ['/revenue']],
    ['/Revenue/', ['/revenue']],
    [
      '/datasets/gpu_holdings',
      ['/datasets/gpu-holdings', '/datasets/gpu-holdings-history', '/datasets/gpu-market-share'],
    ],
    ['/gpu-holding.csv', ['/datasets/gpu-holdings', '/datasets/gpu-holdings-history']],
    ['/chart/market-share', ['/charts/market-share', '/datasets/gpu-market-share', '/share']],
    ['/wp-login.php', []],
    ['/%E0%A4%A', []],
    ['/', []],
  ])('%s', (path, nearest) => {
    expect(listNearest(path, pages)).toEqual(nearest);
  });

  it('are none for an endless address', () => {
    expect(listNearest(`/${'revenue'.repeat(10_000)}`, pages)).toEqual([]);
  });
});

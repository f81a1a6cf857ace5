import { expect, it } from 'vitest';
import { isFileAddress, toTurn } from './lanes';

it.each([
  ['/', 'page', false],
  ['/share?time=2020', 'page', false],
  ['/charts/market-share', 'page', false],
  ['/embed/market-share', 'page', false],
  ['/_next/static/chunks/a.js', 'asset', false],
  ['/charts/market-share.svg', 'svg', false],
  ['/charts/market-share.png', 'png', false],
  ['/charts/market-share.png?width=640', 'png', false],
  ['/charts/market-share.png?scale=1', 'png', false],
  ['/charts/market-share.png?scale=3', 'large png', true],
  ['/charts/papers-by-vendor.png?scale=log&density=2', 'large png', true],
  ['/charts/papers-by-vendor.png?scale=log', 'png', false],
  ['/charts/market-share.png?width=4000', 'large png', true],
  ['/charts/market-share.png?height=1e9', 'large png', true],
  ['/charts/market-share.pdf?width=640', 'large pdf', true],
  ['/datasets/chips.xlsx', 'large xlsx', true],
  ['/datasets/chips.csv', 'csv', false],
  ['/deck?charts=market-share', 'page', false],
  ['/deck.pptx?charts=market-share', 'large pptx', true],
])('%s waits for what is %s', (target, kind, isHeavy) => {
  const asked = { target, same: target };
  expect(toTurn(asked, 'me')).toMatchObject({ client: 'me', kind });
  expect(toTurn(asked, 'me').isHeavy ?? false).toBe(isHeavy);
  expect(isFileAddress(asked)).toBe(!['page', 'asset'].includes(kind));
});

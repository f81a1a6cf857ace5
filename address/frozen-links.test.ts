import { describe, expect, it } from 'vitest';
import { freezeLinks, toFrozenHref } from './frozen-links';

describe('toFrozenHref', () => {
  it.each([
    ['/evidence/chips/a100', '/evidence/chips/a100?snapshot=abc'],
    [
      '/datasets/chips?vendor=amd&q=a%20b#rows',
      '/datasets/chips?vendor=amd&q=a+b&snapshot=abc#rows',
    ],
    ['/charts/market-share', '/charts/market-share?snapshot=abc'],
    ['/charts/market-share?snapshot=abc', '/charts/market-share?snapshot=abc'],
    ['/chips/a100', '/chips/a100'],
    ['/datasets', '/datasets'],
    ['https://a.example/evidence/chips/a100', 'https://a.example/evidence/chips/a100'],
  ])('%s becomes %s', (href, frozen) => {
    expect(toFrozenHref(href, 'abc')).toBe(frozen);
    expect(toFrozenHref(href, null)).toBe(href);
  });
});

it('freezes links however deep, and leaves words, missing links and other things alone', () => {
  const format = () => '';
  const model = {
    title: '/evidence/chips/a100',
    series: [{ points: [{ value: 1, evidence: '/evidence/chips/a100' }, { evidence: null }] }],
    marks: [{ href: '/evidence/events/e1' }],
    format,
  };
  expect(freezeLinks(model, 'abc')).toEqual({
    title: '/evidence/chips/a100',
    series: [
      { points: [{ value: 1, evidence: '/evidence/chips/a100?snapshot=abc' }, { evidence: null }] },
    ],
    marks: [{ href: '/evidence/events/e1?snapshot=abc' }],
    format,
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { listKnownNames } from './known-names';
import { buildNameLinker, type LinkOptions, type NameLinker } from './link-names';

/** "an [A100→/chips/a100] of Nvidia": a text with its links, to be read. */
function write(link: NameLinker, text: string, options?: LinkOptions): string {
  return link(text, options)
    .map((piece) => (piece.href ? `[${piece.text}→${piece.href}]` : piece.text))
    .join('');
}

describe('a linker', () => {
  const link = buildNameLinker([
    { text: 'Google', href: '/vendors/google' },
    { text: 'Google', href: '/organizations/google' },
    { text: 'Apple', href: '/vendors/apple' },
    { text: 'Meta', href: '/vendors/meta' },
    { text: 'A100', href: '/chips/a100' },
    { text: 'A100 80 GB', href: '/chips/a100-80gb' },
    { text: 'C++ (A.B)', href: '/odd' },
    { text: 'T4', href: '/chips/t4' },
  ]);

  test.each([
    ['Apple buys chips.', '[Apple→/vendors/apple] buys chips.'],
    ['An apple a day, Apples too', 'An apple a day, Apples too'],
    ['Meta-analysis of A100-hours', 'Meta-analysis of A100-hours'],
    ['an A100 80 GB', 'an [A100 80 GB→/chips/a100-80gb]'],
    ['the A100’s rate (A100)', 'the [A100→/chips/a100]’s rate (A100)'],
    ['XA100, A1000 and pre-A100', 'XA100, A1000 and pre-A100'],
    ['Google rents', '[Google→/vendors/google] rents'],
    ['the C++ (A.B) way', 'the [C++ (A.B)→/odd] way'],
    ['a T4', 'a T4'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(write(link, text)).toBe(expected);
  });

  test('prefers the page that a row names, and links no page twice over several texts', () => {
    const linked = new Set<string>();
    const options = { preferred: new Set(['/organizations/google']), linked };
    expect(write(link, 'Google and an A100', options)).toBe(
      '[Google→/organizations/google] and an [A100→/chips/a100]',
    );
    expect(write(link, 'the A100 of Google', options)).toBe('the A100 of Google');
  });

  test('knows no names where there are none', () => {
    expect(buildNameLinker([])('Nvidia')).toEqual([{ text: 'Nvidia', href: null }]);
  });
});

describe('the names of the datasets', () => {
  const tracker = openFrozenData();
  let link: NameLinker;
  beforeAll(async () => {
    link = buildNameLinker(await listKnownNames(tracker.orm));
  });

  test.each([
    [
      'AMD and Intel also make GPUs',
      '[AMD→/vendors/amd] and [Intel→/vendors/intel] also make GPUs',
    ],
    ['Google and Amazon', '[Google→/vendors/google] and [Amazon→/vendors/aws]'],
    [
      'Stability AI had 32 A100',
      '[Stability AI→/organizations/stability-ai] had 32 [A100→/chips/a100]',
    ],
    ['a V100 of Hopper', 'a [V100→/chips/v100] of [Hopper→/chips/hopper]'],
    ['the RTX 3090', 'the [RTX 3090→/chips/rtx-3090]'],
    ['Tesla V100', '[Tesla V100→/chips/v100]'],
    ['Tesla drives', '[Tesla→/vendors/tesla] drives'],
    ['TPU v4, Trainium', '[TPU v4→/chips/tpu-v4], [Trainium→/chips/trainium1]'],
    ['The DGX A100 holds', 'The [DGX A100→/prices#system-dgx-a100-320gb] holds'],
    ['Bing and AWS', '[Bing→/organizations/microsoft] and [AWS→/vendors/aws]'],
    ['an apple, a lambda, total', 'an apple, a lambda, total'],
    ['All vendors of the whole market', 'All vendors of the whole market'],
  ])('%s', (text, expected) => {
    expect(write(link, text)).toBe(expected);
  });
});

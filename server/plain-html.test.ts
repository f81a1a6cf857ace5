import { describe, expect, it } from 'vitest';
import { EMBED_SCRIPT } from '@/exports/embed/scripts';
import { toPlainHtml } from './plain-html';
import { OURS } from './site-for-tests';

const toPlain = (html: string) => toPlainHtml(html, OURS);

describe('a page as plain HTML', () => {
  it.each([
    ['an inline script', '<script>self.__next_f.push([1,"a > b"])</script>'],
    ['a script with a nonce', '<script nonce="1" id="_R_">start()</script>'],
    ['a file', '<script src="/_next/static/chunks/a.js" async=""></script>'],
    ['a module of somebody', '<script type="module" src="/a.js"></script>'],
    ['an early fetch of a script', '<link rel="preload" as="script" href="/_next/a.js"/>'],
    ['an early fetch of a module', '<link rel="modulepreload" href="/_next/a.js"/>'],
    ['the borders of texts', '<!-- -->'],
    ['a place to go on', '<!--$--><!--/$-->'],
  ])('loses %s', (_, part) => {
    expect(toPlain(`<p>one${part}two</p>`)).toBe('<p>onetwo</p>');
  });

  it.each([
    ['figures', '<script type="application/json">{"a":1}</script>'],
    ['what machines read', '<script type="application/ld+json">{"@type":"Dataset"}</script>'],
    ['the script of embeds', `<script>${EMBED_SCRIPT}</script>`],
    ['an early fetch of a font', '<link rel="preload" as="font" href="/a.woff2"/>'],
    ['a style sheet', '<link rel="stylesheet" href="/a.css" data-precedence="next"/>'],
  ])('keeps %s', (_, part) => {
    expect(toPlain(`<p>one${part}two</p>`)).toBe(`<p>one${part}two</p>`);
  });

  it('in the frame of the site gets our scripts: one file, one before anything is painted', () => {
    const page = '<html><head></head><body><theme-switch>T</theme-switch></body></html>';
    expect(toPlain(page)).toBe(
      `<html><head><script type="module" src="${OURS.main}"></script></head>` +
        `<body><theme-switch>T<script>${OURS.theme}</script></theme-switch></body></html>`,
    );
  });

  it.each([
    '<template id="B:0"></template>',
    '<template id="P:1"></template>',
    '<div hidden id="S:0">late</div>',
    '<div hidden="" id="S:0">late</div>',
    '<template data-dgst="1234"></template>',
  ])('is refused where it waits for a script: %s', (part) => {
    expect(() => toPlain(`<main>${part}</main>`)).toThrow('waits for a script');
  });
});

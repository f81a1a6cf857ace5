/**
 * A page as it leaves the house: what a server component rendered, without the copy of
 * it that Next adds for a runtime in the browser, which nobody loads. Scripts are kept
 * by a list of what is ours, so a new one of Next's cannot slip through.
 */
import { EMBED_SCRIPT } from '@/exports/embed/scripts';
import type { BrowserFiles } from './browser-files';
import { shortenPaths } from './short-paths';

/**
 * The page without foreign scripts; pages in the site's frame get ours. Throws where
 * Next left a part of the page to scripts: it would stay empty.
 */
export function toPlainHtml(html: string, { main, theme }: Pick<BrowserFiles, 'main' | 'theme'>) {
  const waiting = WAITING.exec(html);
  if (waiting) throw new Error(`A page waits for a script to fill it in: ${waiting[0]}…`);
  const plain = shortenPaths(html)
    .replace(SCRIPT, (whole, attributes: string, source: string) =>
      isOurs(attributes, source) ? whole : '',
    )
    .replace(LINK, (link) => (isScriptHint(link) ? '' : link))
    .replace(COMMENT, '');
  return plain
    .replace('</theme-switch>', `<script>${theme}</script></theme-switch>`)
    .replace('</head>', (end) =>
      plain.includes('</theme-switch>')
        ? `<script type="module" src="${main}"></script>${end}`
        : end,
    );
}

/** Parts that come later: React shows them by script. */
const WAITING = /<template id="[BP]:|<div hidden(?:="")? id="S:|<template data-dgst/;

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;

function isOurs(attributes: string, source: string): boolean {
  return /\btype="application\/(ld\+)?json"/.test(attributes) || source === EMBED_SCRIPT;
}

const LINK = /<link\b[^>]*>/g;

/** Whether a link fetches a script before it is asked for. */
function isScriptHint(link: string): boolean {
  return /\brel="modulepreload"/.test(link) || /\bas="script"/.test(link);
}

/** React separates texts by comments, and notes where it may go on. */
const COMMENT = /<!--[\s\S]*?-->/g;

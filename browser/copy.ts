/**
 * Buttons that copy a text, an address, or what an address answers. The style sheet
 * shows them where there is a clipboard: without it there is nothing they could do.
 */

import type { Copied } from '@/app/_chart-block/citation';
import { wordAccess } from '@/exports/access';
import { toChosenHref } from './chosen-picture';

if (navigator.clipboard) document.documentElement.dataset.clipboard = '';

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element && target.closest<HTMLButtonElement>('[data-copy]');
  if (button) void copy(button);
});

async function copy(button: HTMLButtonElement) {
  const copied: Copied = JSON.parse(button.dataset.copy ?? '');
  const said = button.nextElementSibling;
  if (!said) return;
  try {
    await write(copied, button);
    said.textContent = 'Copied';
  } catch (error) {
    said.textContent = error instanceof NoFile ? error.message : 'Not copied: the browser refused';
  }
  setTimeout(() => {
    said.textContent = '';
  }, 2500);
}

async function write(copied: Copied, button: HTMLButtonElement): Promise<void> {
  const { clipboard } = navigator;
  switch (copied.what) {
    case 'text':
      return clipboard.writeText(copied.text);
    case 'shown': {
      const codes = button.closest(copied.within)?.querySelectorAll('code') ?? [];
      const shown = [...codes].find((code) => code.offsetParent !== null);
      return clipboard.writeText(shown?.textContent ?? '');
    }
    case 'citation': {
      const day = new Date().toISOString().slice(0, 10);
      return clipboard.writeText(`${copied.text} ${wordAccess(day)}`);
    }
    case 'link':
      return clipboard.writeText(new URL(copied.href, window.location.href).href);
    case 'data': {
      const table = load(copied.href).then(async (file) => {
        const { toClipboard } = await import('./clipboard-table');
        return toClipboard(await file.text());
      });
      const toBlob = (type: string, content: Promise<string>) =>
        content.then((text) => new Blob([text], { type }));
      return put(clipboard, {
        'text/plain': toBlob(
          'text/plain',
          table.then(({ text }) => text),
        ),
        'text/html': toBlob(
          'text/html',
          table.then(({ html }) => html),
        ),
      });
    }
    case 'image': {
      const { form } = button;
      const href = form ? toChosenHref(form, copied.href, copied.choices) : copied.href;
      return put(clipboard, { 'image/png': load(href).then((file) => file.blob()) });
    }
  }
}

class NoFile extends Error {}

async function load(href: string): Promise<Response> {
  const answer = await fetch(href);
  if (!answer.ok) throw new NoFile('Not copied: there is no such file');
  return answer;
}

/** Promises go in, not their results: Safari allows no waiting before. */
async function put(clipboard: Clipboard, parts: Record<string, Promise<Blob>>): Promise<void> {
  await clipboard.write([new ClipboardItem(parts)]).catch(async (error: unknown) => {
    // Why a part is missing says more than that the whole was refused.
    await Promise.all(Object.values(parts));
    throw error;
  });
}

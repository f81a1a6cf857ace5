'use client';
/**
 * Copies a text, an address, or what an address answers. Absent until JavaScript
 * runs: without it there is nothing a button could do.
 */
import { type MouseEvent, useEffect, useState } from 'react';
import { wordAccess } from '@/exports/access';
import { toChosenHref } from './chosen-picture';

export type Copied =
  | { readonly what: 'text'; readonly text: string }
  /** The code that is shown in the nearest element that fits the selector. */
  | { readonly what: 'shown'; readonly within: string }
  /** With the day of access at its end, which only the reader's clock knows. */
  | { readonly what: 'citation'; readonly text: string }
  | { readonly what: 'link' | 'data'; readonly href: string }
  /** A PNG; with the choices of that name in the form around the button. */
  | { readonly what: 'image'; readonly href: string; readonly choices: readonly string[] };

export function CopyButton({ label, copied }: { label: string; copied: Copied }) {
  const [isLive, setLive] = useState(false);
  const [said, setSaid] = useState('');
  useEffect(() => setLive(Boolean(navigator.clipboard)), []);

  async function copy({ currentTarget }: MouseEvent<HTMLButtonElement>) {
    try {
      await write(copied, currentTarget);
      setSaid('Copied');
    } catch (error) {
      setSaid(error instanceof NoFile ? error.message : 'Not copied: the browser refused');
    }
    setTimeout(() => setSaid(''), 2500);
  }

  return (
    <span className={isLive ? '' : 'invisible noscript:hidden'}>
      <button
        type="button"
        onClick={copy}
        className="cursor-pointer rounded-tremor-default border border-rule px-2 py-0.5 text-accent"
      >
        {label}
      </button>
      <span role="status" className="ml-2 text-muted">
        {said}
      </span>
    </span>
  );
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

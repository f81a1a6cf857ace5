'use client';
/**
 * Copies a text, an address, or what an address answers. Absent until JavaScript
 * runs: without it there is nothing a button could do.
 */
import { useEffect, useState } from 'react';
import { wordAccess } from '@/exports/access';

export type Copied =
  | { readonly what: 'text'; readonly text: string }
  /** With the day of access at its end, which only the reader's clock knows. */
  | { readonly what: 'citation'; readonly text: string }
  | { readonly what: 'link' | 'data' | 'image'; readonly href: string };

export function CopyButton({ label, copied }: { label: string; copied: Copied }) {
  const [isLive, setLive] = useState(false);
  const [said, setSaid] = useState('');
  useEffect(() => setLive(Boolean(navigator.clipboard)), []);

  async function copy() {
    try {
      await write(copied);
      setSaid('Copied');
    } catch {
      setSaid('Not copied: the browser refused');
    }
    setTimeout(() => setSaid(''), 2500);
  }

  return (
    <span className={isLive ? '' : 'invisible'}>
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

async function write(copied: Copied): Promise<void> {
  const { clipboard } = navigator;
  if (copied.what === 'text') return clipboard.writeText(copied.text);
  if (copied.what === 'citation') {
    const day = new Date().toISOString().slice(0, 10);
    return clipboard.writeText(`${copied.text} ${wordAccess(day)}`);
  }
  const address = new URL(copied.href, window.location.href).href;
  if (copied.what === 'link') return clipboard.writeText(address);
  const answer = fetch(address).then((response) => {
    if (!response.ok) throw new Error(String(response.status));
    return response;
  });
  if (copied.what === 'data') return clipboard.writeText(await (await answer).text());
  // The promise goes in, not its result: Safari allows no waiting before.
  const image = answer.then((response) => response.blob());
  return clipboard.write([new ClipboardItem({ 'image/png': image })]);
}

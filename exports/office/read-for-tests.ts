/** Office files as other programs read them. */
import { execFileSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { expect } from 'vitest';

interface OpenedFile {
  readonly parts: Readonly<Record<string, Uint8Array>>;
  readonly read: (name: string) => string;
}

export function openOffice(bytes: Uint8Array): OpenedFile {
  const parts = unzipSync(bytes);
  const read = (name: string) => {
    const part = parts[name];
    if (!part) throw new Error(`The file has no "${name}".`);
    return strFromU8(part);
  };
  return { parts, read };
}

/** A sheet's cells by row; blank cells are null. */
export function readSheet(xml: string): (string | number | null)[][] {
  const { document } = parseHTML(xml.replace(/<\?xml[^>]*\?>/, ''));
  return [...document.querySelectorAll('row')].map((row) => {
    const cells: (string | number | null)[] = [];
    for (const cell of row.querySelectorAll('c')) {
      const at = (cell.getAttribute('r') ?? 'A').charCodeAt(0) - 65;
      const text = cell.querySelector('t')?.textContent;
      cells[at] = text ?? Number(cell.querySelector('v')?.textContent);
    }
    return Array.from(cells, (cell) => cell ?? null);
  });
}

/** Every part is there, well formed, and led to. */
export function expectWhole({ parts, read }: OpenedFile): void {
  const types = read('[Content_Types].xml');
  for (const [, name = ''] of types.matchAll(/PartName="\/([^"]+)"/g)) {
    expect(parts[name], name).toBeDefined();
  }
  for (const name of Object.keys(parts).filter((one) => one.endsWith('.rels'))) {
    const from = name.replace(/_rels\/[^/]+$/, '');
    for (const [, target = '', mode] of read(name).matchAll(/Target="([^"]+)"( TargetMode)?/g)) {
      if (mode) continue;
      const path = new URL(target, `http://x/${from}`).pathname.slice(1);
      expect(parts[path], `${name}: ${target}`).toBeDefined();
    }
    const ids = [...read(name).matchAll(/ Id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size, name).toBe(ids.length);
  }
  for (const name of Object.keys(parts).filter((one) => /\.(xml|rels)$/.test(one))) {
    expect(read(name), name).toMatch(/^<\?xml/);
    expectWellFormed(read(name), name);
  }
}

/** Every element that begins ends, in order. */
function expectWellFormed(xml: string, name: string) {
  const open: string[] = [];
  for (const [, closing, tag = '', rest = ''] of xml.matchAll(
    /<(\/?)([A-Za-z][\w:.-]*)([^<>]*)>/g,
  )) {
    if (closing) expect(open.pop(), name).toBe(tag);
    else if (!rest.endsWith('/')) open.push(tag);
  }
  expect(open, name).toEqual([]);
}

/** Whether files are converted by LibreOffice: in the long run of the tests, where it is there. */
export const triesLibreOffice = process.env.TRACKER_TESTS === 'all' && hasLibreOffice();

function hasLibreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Where an address is rendered: pages in one process, files (pictures, documents, workbooks,
 * tables) in another, so that neither waits for the other; and what waits for what there.
 */
import type { RenderQueue, Turn } from './render-queue';
import type { Open, PageRequest } from './renderers';

export interface Lane {
  readonly open: Open;
  readonly queue: RenderQueue;
}

export function isFileAddress({ target }: PageRequest): boolean {
  return FILE.test(toPath(target));
}

/** Of a client's requests, those of one format and weight wait for each other. */
export function toTurn(asked: PageRequest, client: string): Turn {
  const path = toPath(asked.target);
  if (!isFileAddress(asked)) return { client, kind: path.startsWith('/_next/') ? 'asset' : 'page' };
  const extension = path.slice(path.lastIndexOf('.') + 1);
  const isHeavy = HEAVY.has(extension) || (extension === 'png' && isLarge(asked.target));
  return { client, kind: isHeavy ? `large ${extension}` : extension, isHeavy };
}

const FILE = /^\/(?:(?:(?:charts|datasets|calculators)\/[^/]+|deck)\.[a-z]|download\/)/;

/** What takes a tenth of a second and more. */
const HEAVY = new Set(['pdf', 'xlsx', 'zip', 'parquet', 'pptx', 'docx']);

/** Whether a picture is asked for in more pixels than a screen shows. */
function isLarge(target: string): boolean {
  const query = new URLSearchParams(target.slice(toPath(target).length));
  const sides = ['width', 'height'].map((name) => Number(query.get(name) ?? 0));
  return (
    ['density', 'scale'].some((name) => /^[23]$/.test(query.get(name) ?? '')) ||
    sides.some((side) => !(side <= LARGE_SIDE))
  );
}

const LARGE_SIDE = 2000;

const toPath = (target: string): string => target.split('?', 1)[0] ?? '';

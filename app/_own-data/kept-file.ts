/** A visitor's file as this browser keeps it, for one chart, until it is removed. */
import type { OwnChoices } from '@/views/own-data/own-choices';

interface KeptFile {
  readonly name: string;
  readonly text: string;
  readonly choices: OwnChoices;
}

/** `host` is the id of the chart's `own-data` element, and the name that it is kept by. */
export function recallFile(host: string): KeptFile | null {
  try {
    const kept = localStorage.getItem(host);
    return kept ? (JSON.parse(kept) as KeptFile) : null;
  } catch {
    return null;
  }
}

/** False where there is no room for it, or the browser keeps nothing. */
export function keepFile(host: string, file: KeptFile): boolean {
  try {
    localStorage.setItem(host, JSON.stringify(file));
    return true;
  } catch {
    forgetFile(host);
    return false;
  }
}

export function forgetFile(host: string): void {
  try {
    localStorage.removeItem(host);
  } catch {
    // Nothing was kept then.
  }
}

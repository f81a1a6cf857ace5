/**
 * Another view of the page that is open, put in the place of this one: its address is
 * fetched as a document, and `<main>` changed where the two differ. Focus, scroll and
 * open parts stay because their elements do.
 */
import { Idiomorph } from 'idiomorph';
import { carryOver } from './carry-over';
import { tellShown } from './shown';

interface Visit {
  /** What becomes of the browser's history: a new entry, this one changed, or nothing. */
  readonly entry?: 'push' | 'replace' | 'none';
  /** Somebody is still typing or dragging: the field keeps what it says. */
  readonly isOngoing?: boolean;
  /** What was used: the block around it shows that it is waiting. */
  readonly from?: Element;
  /** The parameter that was chosen, also where its value is the one shown. */
  readonly chosen?: string;
}

/** Whether an address is a view of the page that is open. */
export function isThisPage({ origin, pathname }: URL): boolean {
  return origin === location.origin && pathname === location.pathname;
}

/** The view that is being fetched. */
let underWay: { readonly address: URL; readonly end: AbortController } | null = null;
/** Whether another view than the one that is shown is coming. */
export const isWaiting = (): boolean => underWay !== null;
/** Path and query of what is shown; the location runs ahead of it while going back. */
let shown = location.pathname + location.search;

/**
 * Shows the view at an address of this page. Whatever cannot be shown in place, a
 * failure or another page, is opened as a document. A later visit ends an earlier one,
 * which then tells that it is not what is shown; what both change is changed.
 */
export async function visit(
  wanted: URL,
  { entry = 'push', isOngoing = false, from, chosen }: Visit = {},
): Promise<boolean> {
  const address = new URL(wanted);
  if (underWay) {
    underWay.end.abort();
    if (entry !== 'none') address.search = addTo(underWay.address, wanted, chosen);
  }
  const end = new AbortController();
  const mine = { address, end };
  underWay = mine;
  const main = document.querySelector('main');
  const block = from?.closest('.chart-block');
  const waiting = block ?? main;
  waiting?.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(address, {
      signal: end.signal,
      headers: { accept: 'text/html' },
      // What was seen before is shown as it was seen.
      // And what is new is the newest, whatever a stale answer may be good for.
      cache: entry === 'none' ? 'force-cache' : 'no-cache',
    });
    const text = await answer.text();
    if (end.signal.aborted) return false;
    // The server may know a shorter address for the same view.
    const found = new URL(answer.url);
    const page = new DOMParser().parseFromString(text, 'text/html');
    const next = page.querySelector('main');
    if (!answer.ok || !main || !next || !isThisPage(found)) {
      location.assign(address);
      return false;
    }
    // Whoever uses a block sees it: it needs no place in the address.
    found.hash = block ? '' : address.hash;
    if (entry === 'push') history.pushState(null, '', found);
    else if (entry === 'replace') history.replaceState(null, '', found);
    shown = found.pathname + found.search;
    put(main, next, isOngoing);
    document.title = page.title;
    if (entry !== 'none') reveal(found.hash);
    return true;
  } catch (error) {
    if (!end.signal.aborted) location.assign(address);
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    return false;
  } finally {
    if (underWay === mine) underWay = null;
  }
}

/** What a choice changes of the view that is shown, changed in the one that was coming. */
function addTo(coming: URL, wanted: URL, chosen?: string): string {
  const queries = {
    shown: new URL(shown, location.href).searchParams,
    coming: coming.searchParams,
    wanted: wanted.searchParams,
  };
  return carryOver(queries, chosen ? [chosen] : [])
    .toString()
    .replaceAll('%7E', '~');
}

function put(main: Element, next: Element, isOngoing: boolean) {
  const before = new Set(listPictures(main));
  Idiomorph.morph(main, next, {
    ignoreActiveValue: isOngoing,
    callbacks: {
      // What is filled here stays as it is.
      beforeNodeMorphed: (old) => !(old instanceof HTMLElement && 'kept' in old.dataset),
      beforeAttributeUpdated: (name, element, how) => !keeps(name, element, how),
    },
  });
  tellShown();
  const announcement = document.getElementById('announcement');
  const changed = listPictures(main).find((words) => !before.has(words));
  if (announcement) announcement.textContent = changed ?? document.title;
}

const listPictures = (main: Element): string[] =>
  [...main.querySelectorAll('svg[role="img"]')].map((one) => one.getAttribute('aria-label') ?? '');

/** What a visitor opened or chose stays, unless it is what the address says. */
function keeps(name: string, element: Element, how: 'update' | 'remove'): boolean {
  if (name === 'open' && how === 'remove') return element.localName === 'details';
  if (name === 'data-drawn' || name === 'data-open') return true;
  if (name !== 'value' && name !== 'checked' && name !== 'selected') return false;
  if (!element.matches('input, option')) return false;
  const form = element instanceof HTMLInputElement ? element.form : element.closest('form');
  // A slider says what the address says, as the fields of a form of choices do.
  return form ? !isThisPage(new URL(form.action)) : !element.matches('[type="range"]');
}

/** A part that an address leads to is scrolled to only where it is out of sight. */
function reveal(hash: string) {
  const part = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
  if (!part) return;
  const { top, bottom } = part.getBoundingClientRect();
  if (bottom < 0 || top > innerHeight) part.scrollIntoView();
}

addEventListener('popstate', () => {
  if (location.pathname + location.search !== shown) {
    void visit(new URL(location.href), { entry: 'none' });
  }
});

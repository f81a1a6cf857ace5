/**
 * Charts are added to a deck without leaving the page: the deck's address is kept in this tab
 * for the visit, and links to the deck lead there. Without scripts the address carries it.
 */
import { whenShown } from './shown';

const KEPT = 'deck';
const PAGE = '/deck';

document.addEventListener('click', (event) => {
  const { button, metaKey, ctrlKey, shiftKey, altKey, target } = event;
  if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return;
  const link = target instanceof Element && target.closest<HTMLAnchorElement>(ADDS);
  const chart = link && readChart(link);
  if (!chart) return;
  const deck = recall();
  if (deck.getAll('add').includes(chart)) return;
  // The page's own address may have brought a deck.
  const whole = deck.size > 0 ? deck : readQuery(new URL(link.href).search);
  if (deck.size > 0) whole.append('add', chart);
  if (!keep(whole)) return;
  event.preventDefault();
  show();
});

const ADDS = 'a[href*="add="].deck';

const readChart = (link: HTMLAnchorElement): string | null =>
  link.dataset.adds ?? new URL(link.href).searchParams.getAll('add').at(-1) ?? null;

/** Links to the deck say how many charts it has; those that added theirs lead to it. */
function show() {
  const deck = recall();
  const added = deck.getAll('add');
  const count = (deck.get('charts')?.split('~').length ?? 0) + added.length;
  const href = count > 0 ? `${PAGE}?${write(deck)}` : PAGE;
  for (const link of document.querySelectorAll<HTMLAnchorElement>(
    `a[href="${PAGE}"], a[data-deck]`,
  )) {
    link.dataset.deck = '';
    link.href = href;
    link.textContent = count > 0 ? `Deck (${count})` : 'Deck';
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>(ADDS)) {
    const chart = readChart(link);
    if (!chart || !added.includes(chart)) continue;
    link.dataset.adds = chart;
    link.href = href;
    link.textContent = `Open deck (${count})`;
  }
}

// The page of the deck says what it holds now, nothing too.
whenShown(() => {
  if (location.pathname === PAGE) keep(readQuery(location.search));
  show();
});
// A page that was made ready, or left, before something was added.
for (const [place, name] of [
  [document, 'prerenderingchange'],
  [window, 'pageshow'],
] as const) {
  place.addEventListener(name, show);
}

function readQuery(text: string): URLSearchParams {
  return new URLSearchParams(text);
}

function write(query: URLSearchParams): string {
  return query.toString().replaceAll(/%(2C|3D|7E)/g, decodeURIComponent);
}

function recall(): URLSearchParams {
  try {
    return readQuery(sessionStorage.getItem(KEPT) ?? '');
  } catch {
    return readQuery('');
  }
}

/** False where the browser keeps nothing: then the link leads on, as it does without scripts. */
function keep(query: URLSearchParams): boolean {
  try {
    sessionStorage.setItem(KEPT, write(query));
    return true;
  } catch {
    return false;
  }
}

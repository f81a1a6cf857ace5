/** Links to other views of the page that is open redraw it; all others are the browser's own. */

import { isThisPage, isWaiting, visit } from './redraw';
import { whenShown } from './shown';

document.addEventListener('click', (event) => {
  const { button, metaKey, ctrlKey, shiftKey, altKey, target } = event;
  if (event.defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return;
  const link = target instanceof Element && target.closest('a[href]');
  if (!link || link.hasAttribute('download') || link.hasAttribute('target')) return;
  const address = new URL(link.getAttribute('href') ?? '', document.baseURI);
  // The same view is a place in it, or meant to be loaded anew.
  if (!isThisPage(address)) return;
  if (address.search === location.search && !isWaiting()) return;
  event.preventDefault();
  const before = findPanel();
  const closed = before?.contains(link) ? before : null;
  const opener = closed
    ?.closest('.chart-block')
    ?.querySelector<HTMLElement>(`.action.${closed.dataset.panel}`);
  void visit(address, { from: link }).then(() => {
    const panel = findPanel();
    if (panel && !before) panel.focus();
    else if (!panel) opener?.focus();
  });
});

/** The drawer that is open; there is one at most. */
const findPanel = () => document.querySelector<HTMLElement>('[data-panel]');

// A menu closes when somebody goes on elsewhere or presses Escape.
const listMenus = () => document.querySelectorAll<HTMLDetailsElement>('.chip-menu[open]');
document.addEventListener('click', ({ target }) => {
  for (const menu of listMenus()) {
    if (!(target instanceof Node && menu.contains(target))) menu.open = false;
  }
});
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  findPanel()?.querySelector<HTMLElement>('.close')?.click();
  for (const menu of listMenus()) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }
});

// Links to a citation's file name the day of access: today, by the reader's clock.
whenShown(() => {
  const day = new Date().toISOString().slice(0, 10);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-dated]')) {
    const address = new URL(link.href);
    address.searchParams.set(link.dataset.dated ?? '', day);
    link.href = address.pathname + address.search;
  }
});

/**
 * Parts that are folded. What one holds may be fetched when somebody opens it, from the address
 * that shows it without scripts.
 *
 * An address may name a part of the page that is folded, which opens, or a part of a list
 * that is on another page of it: `/timeline#chatgpt-launched`. The list knows by which
 * parameter it is asked for.
 */
import { whenShown } from './shown';

function find() {
  const part = decodeURIComponent(location.hash.slice(1));
  const target = part && document.getElementById(part);
  if (target) target.closest('details')?.setAttribute('open', '');
  const name = document.querySelector<HTMLElement>('[data-finds]')?.dataset.finds;
  const address = new URL(location.href);
  if (!name || !part || target || address.searchParams.has(name)) return;
  address.search = new URLSearchParams({ [name]: part }).toString();
  location.replace(address);
}

find();
addEventListener('hashchange', find);

document.addEventListener(
  'toggle',
  ({ target }) => {
    if (target instanceof HTMLDetailsElement && target.open) void fill(target);
  },
  // It does not bubble.
  true,
);

// What is open may be as the view before had it.
whenShown(() => {
  for (const part of document.querySelectorAll<HTMLDetailsElement>('details[data-rows][open]')) {
    void fill(part);
  }
});

async function fill(part: HTMLDetailsElement) {
  const { rows, filled } = part.dataset;
  if (!rows || rows === filled) return;
  const answer = await fetch(rows).catch(() => null);
  // The link to the rows is still there.
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const [, ...content] = page.getElementById(part.id)?.children ?? [];
  const own = part.querySelector('summary');
  if (content.length === 0 || !own || part.dataset.rows !== rows) return;
  // The summary itself stays, or it would lose the focus.
  while (own.nextSibling) own.nextSibling.remove();
  own.after(...content);
  part.dataset.filled = rows;
}

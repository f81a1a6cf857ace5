/**
 * The rows behind a chart of a page with many: fetched when somebody opens them, from the
 * address that shows them without scripts.
 */
import { whenShown } from './shown';

document.addEventListener(
  'toggle',
  ({ target }) => {
    if (target instanceof HTMLDetailsElement && target.open) void fill(target);
  },
  // It does not bubble.
  true,
);

// Rows that are open are those of the view before.
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
  const [summary, ...content] = page.getElementById(part.id)?.children ?? [];
  const own = part.querySelector('summary');
  if (!summary || !own || part.dataset.rows !== rows) return;
  own.textContent = summary.textContent;
  // The summary itself stays, or it would lose the focus.
  while (own.nextSibling) own.nextSibling.remove();
  own.after(...content);
  part.dataset.filled = rows;
}

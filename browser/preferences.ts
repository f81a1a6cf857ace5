/** What a visitor prefers on all pages: the colors, and whether the key `/` leads to the search. */
import { whenShown } from './shown';

document.addEventListener('keydown', (event) => {
  const at = event.target instanceof HTMLElement ? event.target : null;
  const isTyping = at?.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at?.tagName ?? '');
  const isChord = event.ctrlKey || event.metaKey || event.altKey;
  if (event.key !== '/' || isTyping || isChord || recall(SHORTCUT) === 'off') return;
  event.preventDefault();
  document.getElementById('site-search')?.focus();
});

document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return;
  if (target.name === 'theme') keep('theme', target.value);
  if (target.id === SHORTCUT) keep(SHORTCUT, target.checked ? 'on' : 'off');
});

/** The switch's id, and the name of what is kept. */
const SHORTCUT = 'search-shortcut';
whenShown(() => {
  const box = document.getElementById(SHORTCUT);
  if (box instanceof HTMLInputElement) box.checked = recall(SHORTCUT) !== 'off';
});

function recall(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function keep(name: string, value: string) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Private windows may refuse; the choice then lasts for this page.
  }
}

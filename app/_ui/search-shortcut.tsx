'use client';
/** The key `/` leads to the search field, unless a visitor switched it off. */
import { useEffect, useSyncExternalStore } from 'react';

const KEY = 'search-shortcut';
const CHANGED = 'search-shortcut-changed';

/** A browser that keeps nothing keeps the shortcut. */
function isOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Listens on every page; draws nothing. */
export function SearchShortcut({ field }: { field: string }) {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      const at = event.target instanceof HTMLElement ? event.target : null;
      const isTyping = at?.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at?.tagName ?? '');
      const isChord = event.ctrlKey || event.metaKey || event.altKey;
      if (event.key !== '/' || isTyping || isChord || !isOn()) return;
      event.preventDefault();
      document.getElementById(field)?.focus();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [field]);
  return null;
}

/** The switch, on the search page. Without JavaScript there is no shortcut, and no switch is drawn. */
export function ShortcutSwitch() {
  const on = useSyncExternalStore<boolean | null>(subscribe, isOn, () => null);
  if (on === null) return null;
  return (
    <p className="mt-10 text-sm text-muted">
      <label className="inline-flex items-center gap-2">
        <input
          type="checkbox"
          checked={on}
          onChange={({ target }) => {
            try {
              localStorage.setItem(KEY, target.checked ? 'on' : 'off');
            } catch {
              return;
            }
            window.dispatchEvent(new Event(CHANGED));
          }}
        />
        The key <kbd className="rounded border border-rule px-1">/</kbd> leads to the search field
      </label>
    </p>
  );
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  return () => window.removeEventListener(CHANGED, onChange);
}

/**
 * Whether the key `/` leads to the search field, kept by the browser. Without
 * JavaScript there is no shortcut, and no switch is shown.
 */
export function ShortcutSwitch() {
  return (
    <p className="with-script mt-10 text-sm text-muted">
      <label className="inline-flex items-center gap-2">
        <input type="checkbox" id="search-shortcut" defaultChecked />
        The key <kbd className="rounded border border-rule px-1">/</kbd> leads to the search field
      </label>
    </p>
  );
}

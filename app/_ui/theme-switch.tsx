'use client';
/**
 * System, light or dark. The style sheet looks at which radio is checked, so the
 * switch works without JavaScript too; with it, the choice is remembered.
 */
const themes = [
  { id: 'system', label: 'System' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
] as const;

const KEY = 'theme';

// Runs while the header is parsed, before anything is painted in the wrong colors.
const RESTORE = `try{const t=localStorage.getItem('${KEY}');if(t)document.getElementById('theme-'+t).checked=true}catch{}`;

export function ThemeSwitch() {
  return (
    <fieldset className="flex gap-1">
      <legend className="sr-only">Color scheme</legend>
      {themes.map(({ id, label }) => (
        <label
          key={id}
          className="cursor-pointer rounded-sm px-1 has-checked:bg-raised has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name="theme"
            id={`theme-${id}`}
            value={id}
            defaultChecked={id === 'system'}
            className="sr-only"
            suppressHydrationWarning
            onChange={() => remember(id)}
          />
          {label}
        </label>
      ))}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file */}
      <script dangerouslySetInnerHTML={{ __html: RESTORE }} />
    </fieldset>
  );
}

function remember(theme: string) {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Private windows may refuse; the choice then lasts for this page.
  }
}

/**
 * System, light or dark. The style sheet looks at which radio is checked, so the
 * switch works without JavaScript too; with it, the choice is remembered.
 */
const themes = [
  // A half-filled circle, a sun, a moon.
  { id: 'system', label: 'System', path: 'M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16' },
  {
    id: 'light',
    label: 'Light',
    path: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2',
  },
  { id: 'dark', label: 'Dark', path: 'M19 14.5A8 8 0 0 1 9.5 5a8 8 0 1 0 9.5 9.5' },
] as const;

export function ThemeSwitch() {
  return (
    <theme-switch>
      <fieldset>
        <legend>Theme</legend>
        {themes.map(({ id, label, path }) => (
          <label key={id} title={`Theme: ${label.toLowerCase()}`}>
            <input
              type="radio"
              name="theme"
              id={`theme-${id}`}
              value={id}
              defaultChecked={id === 'system'}
              className="sr-only"
            />
            <svg viewBox="0 0 24 24" width="18" height="18" className="icon" aria-hidden="true">
              <path d={path} />
            </svg>
            <span className="sr-only">{label}</span>
          </label>
        ))}
      </fieldset>
    </theme-switch>
  );
}

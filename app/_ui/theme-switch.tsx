/**
 * System, light or dark. The style sheet looks at which radio is checked, so the
 * switch works without JavaScript too; with it, the choice is remembered.
 */
const themes = [
  { id: 'system', label: 'System' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
] as const;

export function ThemeSwitch() {
  return (
    <theme-switch>
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
            />
            {label}
          </label>
        ))}
      </fieldset>
    </theme-switch>
  );
}

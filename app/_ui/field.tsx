/** How fields and buttons of forms look; width and what is special to one are added where it stands. */
import { nameOption, type Option } from '@/address/choices';

export const FIELD = 'rounded-tremor-default border border-rule bg-card px-2 py-1 text-ink';

export const BUTTON =
  'cursor-pointer rounded-tremor-default border border-rule px-3 py-1 text-accent';

/** One option of a native select. */
export const toOption = (option: Option) => (
  <option key={option.value} value={option.value}>
    {nameOption(option)}
  </option>
);

/** One of a few, side by side; the first is chosen where nothing else is. */
export function Options({
  label,
  name,
  options,
  chosen = options[0]?.[0] ?? '',
}: {
  label: string;
  name: string;
  options: readonly (readonly [value: string, meaning: string])[];
  chosen?: string;
}) {
  return (
    <fieldset className="options">
      <legend>{label}</legend>
      {options.map(([value, meaning]) => (
        <label key={value} className="option" title={meaning}>
          <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
          {/* "Slide, 1920 × 1080": its name is enough to choose by. */}
          {meaning.split(',')[0]}
        </label>
      ))}
    </fieldset>
  );
}

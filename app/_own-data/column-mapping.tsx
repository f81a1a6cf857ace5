/** Which column of a visitor's file is what, and in which unit its numbers are. */
import { useId } from 'react';
import type { Mapping, OwnScale } from '@/views/own-data/own-figures';
import { FIELD } from '../_ui/field';

export function ColumnMapping({
  header,
  mapping,
  scales,
  onChange,
}: {
  header: readonly string[];
  mapping: Mapping;
  scales: readonly OwnScale[];
  onChange: (mapping: Mapping) => void;
}) {
  return (
    <fieldset className="flex flex-wrap gap-x-6 gap-y-2">
      <legend className="mb-1 font-semibold">What the columns are</legend>
      {mapping.period !== null && (
        <Select
          label="Period"
          value={mapping.period}
          options={header}
          onChange={(period) => onChange({ ...mapping, period })}
        />
      )}
      <Select
        label="Series"
        value={mapping.series ?? ''}
        options={['', ...header]}
        onChange={(series) => onChange({ ...mapping, series: series || null })}
      />
      <Select
        label="Value"
        value={mapping.value}
        options={header}
        onChange={(value) => onChange({ ...mapping, value })}
      />
      <Select
        label="Values are in"
        value={mapping.scale.label}
        options={scales.map(({ label }) => label)}
        onChange={(label) =>
          onChange({ ...mapping, scale: scales.find((one) => one.label === label)! })
        }
      />
    </fieldset>
  );
}

function Select({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly string[];
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id} className="text-muted">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        className={`${FIELD} max-w-48`}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {option || 'none: one series'}
          </option>
        ))}
      </select>
    </div>
  );
}

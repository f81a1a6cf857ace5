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

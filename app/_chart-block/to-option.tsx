import type { Option } from '@/address/choices';

/** One option of a native select. */
export const toOption = ({ value, label }: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
);

/** The cells that every table of single holdings has: who holds, which chip, how many. */
import { toChipHref, toEvidenceHref, toOrganizationHref } from '@/address/links';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import type { NamedHolding } from '@/subjects/holdings/queries';
import { formatValue } from '@/units/format-value';
import { toFigureKind } from '@/views/row-figures';

export const holderCell = ({ organization, organization_name }: NamedHolding) => (
  <a key="name" href={toOrganizationHref(organization)}>
    {organization_name}
  </a>
);

export const chipCell = ({ chip, chip_name }: NamedHolding) => (
  <a key="chip" href={toChipHref(chip)}>
    {chip_name}
  </a>
);

/** Leads to the evidence of the figure. */
export const countCell = (row: NamedHolding) => (
  <a key="count" href={toEvidenceHref(gpuHoldings, row)}>
    {formatValue(row.accelerators, 'accelerators', toFigureKind(row.kind))}
  </a>
);

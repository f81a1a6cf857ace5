/** A vendor’s chips, and who holds them. */
import { toHref } from '@/address/href';
import { toChipHref, toEvidenceHref, toOrganizationHref } from '@/address/links';
import { chips as chipDataset } from '@/data/chips/contract';
import { buildChipTable, chipColumns } from '@/subjects/chips/chip-table';
import { formatList, listFamilies } from '@/subjects/holdings/holder-lists';
import type { Generation, VendorView } from '@/subjects/vendors/vendor-view';
import { countOf, MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { showCell } from '@/units/table';
import { FiguresTable, toHead } from '../../_ui/figures-table';
import { PageSection } from '../../_ui/headings';

const EXPORT = ['Export to China', 'Controlled since'];

/** A vendor's chips: its generations, and those with a data sheet. */
export function VendorChips({ view: { vendor, chips, generations } }: { view: VendorView }) {
  if (chips.length === 0 && generations.length === 0) return null;
  const { columns } = buildChipTable([], { columns: 'main' });
  const trade = chipColumns.filter(({ label }) => EXPORT.includes(label));
  const shown = [...columns, ...trade].filter(({ read }) =>
    chips.some((chip) => read(chip) !== null),
  );
  return (
    <PageSection
      id="chips"
      title="Chips"
      folded={`${chips.length + generations.length} chips and generations`}
      lead={<a href={toHref('/chips', { vendor: vendor.vendor })}>More columns and charts</a>}
    >
      {chips.length > 0 && (
        <FiguresTable
          caption="Chips with their data sheets, newest first"
          columns={[
            { label: 'Chip' },
            { label: 'Launched' },
            ...shown.map(toHead),
            { label: 'Source', title: 'The row of the chip with its source' },
          ]}
          rows={chips.map((chip) => ({
            // An event may be called like the chip it launched.
            id: `chip-${chip.chip}`,
            cells: [
              <a key="name" href={toChipHref(chip.chip)}>
                {chip.name}
              </a>,
              chip.launch_date ? formatDate(chip.launch_date) : MISSING,
              ...shown.map((column) => showCell(column, chip).text),
              <a
                key="source"
                href={toEvidenceHref(chipDataset, chip)}
                aria-label={`Evidence for ${chip.name}`}
              >
                evidence
              </a>,
            ],
          }))}
        />
      )}
      {generations.length > 0 && (
        <details className="mt-2 text-sm" open={chips.length === 0}>
          <summary className="w-fit cursor-pointer text-accent">
            {countOf(generations.length, 'generation')}
          </summary>
          <Generations generations={generations} />
        </details>
      )}
    </PageSection>
  );
}

function Generations({ generations }: { generations: readonly Generation[] }) {
  return (
    <FiguresTable
      caption="Generations, oldest first"
      box="whole"
      columns={[
        { label: 'Generation' },
        { label: 'First launched' },
        { label: 'Models', wraps: true },
      ]}
      rows={generations.map(({ architecture, models }) => ({
        id: `generation-${architecture.chip}`,
        cells: [
          <a key="name" href={toChipHref(architecture.chip)}>
            {architecture.name}
          </a>,
          models[0]?.launch_date ? formatDate(models[0].launch_date) : MISSING,
          models.map(({ chip, name }, index) => (
            <span key={chip}>
              {index > 0 && ', '}
              <a href={toChipHref(chip)}>{name}</a>
            </span>
          )),
        ],
      }))}
    />
  );
}

/** Who holds most of a vendor's chips, on one list. */
export function VendorHolders({ view: { holders } }: { view: VendorView }) {
  if (!holders) return null;
  const { list, parameter, added, largest, count } = holders;
  return (
    <PageSection
      id="holders"
      title="Owners of its chips"
      folded={`the ${largest.length} largest of ${count}`}
      lead={
        <>
          {formatList(list)}.{' '}
          {added
            ? listFamilies[list.family].covers
            : 'No list that counts each machine once names an owner of them, so each figure stands by itself.'}{' '}
          <a href={toHref('/holdings', { list: parameter })}>The whole list</a>
        </>
      }
    >
      <FiguresTable
        caption="Largest owners"
        columns={[
          { label: 'Organization' },
          { label: 'Accelerators', align: 'right' },
          { label: 'Chips', wraps: true },
          { label: 'As of' },
        ]}
        rows={largest.map(({ key, organization, name, amount, chips, as_of, evidence }) => ({
          id: `holder-${key}`,
          cells: [
            <a key="name" href={toOrganizationHref(organization)}>
              {name}
            </a>,
            <a key="count" href={evidence ?? undefined}>
              {amount}
            </a>,
            chips.map(({ chip, name: chipName }, index) => (
              <span key={chip}>
                {index > 0 && ', '}
                <a href={toChipHref(chip)}>{chipName}</a>
              </span>
            )),
            formatDate(as_of),
          ],
        }))}
      />
    </PageSection>
  );
}

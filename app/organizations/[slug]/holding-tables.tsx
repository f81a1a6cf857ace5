/** An organization’s holdings, source by source, and the single machines. */

import { toChipHref, toEvidenceHref, toOrganizationHref } from '@/address/links';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import { nameOrigin } from '@/data/sources/origins';
import type { SourceRow } from '@/db/queries/names';
import {
  categories,
  type Family,
  families,
  formatList,
  statuses,
} from '@/subjects/holdings/holder-lists';
import type { Machine, MachineState, StatedFigure } from '@/subjects/holdings/machines';
import type { NamedHolding } from '@/subjects/holdings/queries';
import { formatValue } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { toFigureKind } from '@/views/row-figures';
import { FiguresTable } from '../../_ui/figures-table';
import { PageSection } from '../../_ui/headings';
import { chipCell } from '../../_ui/holding-cells';

/** Every figure of an organization, by source family, as the sources have it. */
export function SourceTables({
  rows,
  sources,
}: {
  /** Newest first. */
  rows: readonly NamedHolding[];
  sources: ReadonlyMap<string, SourceRow>;
}) {
  return (
    <details className="mt-10">
      <summary className="cursor-pointer text-accent">
        Every figure, source by source ({rows.length})
      </summary>
      {groupByFamily(rows).map(([family, members]) => (
        <section key={family} aria-labelledby={`family-${family}`} className="mt-6">
          <h2 id={`family-${family}`} className="text-base font-semibold">
            {families[family]}
          </h2>
          <FiguresTable
            caption={`Figures: ${families[family]}`}
            columns={COLUMNS}
            rows={members.map((row) => ({
              id: row.holding,
              cells: toCells(row, sources),
              remark: listRemarks(row),
            }))}
          />
        </section>
      ))}
    </details>
  );
}

const COLUMNS = [
  { label: 'Chip' },
  { label: 'Accelerators', align: 'right' },
  { label: 'As of' },
  { label: 'Status' },
  { label: 'Category' },
  { label: 'Cluster' },
  { label: 'Source', wraps: true },
] as const;

function groupByFamily(rows: readonly NamedHolding[]): [Family, NamedHolding[]][] {
  const groups = new Map<Family, NamedHolding[]>();
  for (const row of rows) groups.set(row.family, [...(groups.get(row.family) ?? []), row]);
  return [...groups];
}

function toCells(row: NamedHolding, sources: ReadonlyMap<string, SourceRow>) {
  const source = sources.get(row.source);
  return [
    chipCell(row),
    <a key="count" href={toEvidenceHref(gpuHoldings, row)}>
      {formatCount(row)}
    </a>,
    <span key="day" title={`Precision: ${row.as_of_precision}`}>
      {formatDate(row.as_of)}
    </span>,
    statuses[row.status] + (row.counts === 'stock' ? '' : `, ${row.counts.replaceAll('-', ' ')}`),
    categories[row.category],
    row.cluster ?? '–',
    source?.url ? (
      <a key="source" href={source.url} title={source.title}>
        {nameOrigin(source)}
      </a>
    ) : (
      formatList(row)
    ),
  ];
}

/** "1,000", or "1,000 (900–1,100)" where the source gives a range. */
function formatCount({
  accelerators,
  accelerators_low,
  accelerators_high,
  kind,
}: NamedHolding): string {
  const say = (count: number) => formatValue(count, 'accelerators', toFigureKind(kind));
  const count = say(accelerators);
  if (accelerators_low === null || accelerators_high === null) return count;
  return `${count} (${say(accelerators_low)}–${say(accelerators_high)})`;
}

function listRemarks({
  host_name: host,
  tenant_name: tenant,
  part_of,
  note,
}: NamedHolding): string {
  return [
    host && `At ${host}.`,
    tenant && `Used by ${tenant}.`,
    part_of && 'Contained in another row.',
    note,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Of more machines only those that run stand open, and of these so many. */
const MANY = 6;

const titles = {
  has: ['Operating', 'As last stated.'],
  coming: ['Planned', 'Being installed or announced; often larger than what comes of it.'],
  had: [
    'Earlier figures',
    'No longer on the newest list, switched off, part of a later phase, or a plan carried out or given up.',
  ],
  other: ['Other counts', 'Annual purchases, programs, sizes on offer: not a stock of machines.'],
} satisfies Record<MachineState, [string, string]>;

/** What an organization has, is to get and had: a row a machine, with what each source says of it. */
export function MachineTables({ machines }: { machines: readonly Machine[] }) {
  return Object.entries(titles).map(([state, [title, remark]]) => {
    const own = machines.filter((machine) => machine.state === state);
    if (own.length === 0) return null;
    const isFolded = state !== 'has' && machines.length > MANY;
    const shown = isFolded ? own : own.slice(0, MANY);
    const more = own.slice(shown.length);
    const caption = `Machines: ${title.toLowerCase()}`;
    return (
      <PageSection
        key={state}
        id={state}
        title={title}
        lead={remark}
        {...(isFolded && { folded: `${own.length}` })}
      >
        <MachineTable caption={caption} machines={shown} />
        {more.length > 0 && (
          <details className="mt-2">
            <summary className="w-fit cursor-pointer text-accent">{more.length} more</summary>
            <MachineTable caption={`${caption}, the others`} machines={more} />
          </details>
        )}
      </PageSection>
    );
  });
}

const MachineTable = ({ caption, machines }: { caption: string; machines: readonly Machine[] }) => (
  <FiguresTable
    caption={caption}
    columns={MACHINE_COLUMNS}
    rows={machines.map((machine) => ({
      id: `machine-${machine.key}`,
      cells: toMachineCells(machine),
    }))}
  />
);

const MACHINE_COLUMNS = [
  { label: 'Chip' },
  { label: 'Accelerators', align: 'right' },
  { label: 'As of' },
  { label: 'Machine or count', wraps: true },
  { label: 'Who says so', wraps: true },
] as const;

function toMachineCells({ chip, chip_name, name, figures }: Machine) {
  const [{ row }, ...others] = figures;
  return [
    <a key="chip" href={toChipHref(chip)}>
      {chip_name}
    </a>,
    <strong key="count" className="font-semibold">
      <a href={toEvidenceHref(gpuHoldings, row)}>{formatCount(row)}</a>
    </strong>,
    formatDate(row.as_of),
    <MachineName key="name" name={name} row={row} />,
    <div key="sayers">
      <Sayers figure={figures[0]} />
      {others.length > 0 && (
        <ul className="mt-1 grid gap-0.5 border-l-2 border-rule pl-2">
          {others.map((figure) => (
            <li key={figure.row.holding}>
              {figure.isRival ? 'But' : 'Before'}{' '}
              <a href={toEvidenceHref(gpuHoldings, figure.row)}>{formatCount(figure.row)}</a>:{' '}
              <Sayers figure={figure} />
            </li>
          ))}
        </ul>
      )}
    </div>,
  ];
}

function Sayers({ figure: { sayers } }: { figure: StatedFigure }) {
  return sayers.map(({ label, row }, index) => (
    <span key={row.holding}>
      {index > 0 && '; '}
      <a href={toEvidenceHref(gpuHoldings, row)}>{label}</a>
    </span>
  ));
}

function MachineName({ name, row }: { name: string | null; row: StatedFigure['row'] }) {
  const { status, family, host, host_name, tenant, tenant_name } = row;
  return (
    <>
      {name ?? <span className="text-muted">{families[family]}</span>}
      {status !== 'operational' && `, ${statuses[status].toLowerCase()}`}
      {host && (
        <>
          , at <a href={toOrganizationHref(host)}>{host_name}</a>
        </>
      )}
      {tenant && (
        <>
          , used by <a href={toOrganizationHref(tenant)}>{tenant_name}</a>
        </>
      )}
    </>
  );
}

/** What an organization has, is to get and had: a row a machine, with what each source says of it. */
import { toChipHref, toEvidenceHref, toOrganizationHref } from '@/address/links';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import { families, statuses } from '@/subjects/holdings/holder-lists';
import type { Machine, MachineState, StatedFigure } from '@/subjects/holdings/machines';
import { formatDate } from '@/units/period';
import { FiguresTable } from '../../_ui/figures-table';
import { formatCount } from './holding-tables';

const titles = {
  has: ['In operation', 'As last stated; nobody says when machines are switched off.'],
  coming: [
    'Being installed or announced',
    'Plans and orders, often larger than what comes of them.',
  ],
  had: [
    'Earlier',
    'Listed before but not on the newest list, switched off, a phase that a later one contains, or a plan since carried out or given up.',
  ],
  other: [
    'Other counts',
    'Purchases of a year, programs and sizes on offer: not a stock of machines.',
  ],
} satisfies Record<MachineState, [string, string]>;

export function MachineTables({ machines }: { machines: readonly Machine[] }) {
  return Object.entries(titles).map(([state, [title, remark]]) => {
    const own = machines.filter((machine) => machine.state === state);
    if (own.length === 0) return null;
    return (
      <section key={state} aria-labelledby={state} className="mt-8">
        <h2 id={state} className="text-lg font-semibold tracking-tight">
          {title}
        </h2>
        <p className="mt-1 text-sm text-muted">
          {remark} Rows overlap between sources and are never added.
        </p>
        <FiguresTable
          caption={`Machines: ${title.toLowerCase()}`}
          columns={COLUMNS}
          rows={own.map((machine) => ({ id: `machine-${machine.key}`, cells: toCells(machine) }))}
        />
      </section>
    );
  });
}

const COLUMNS = [
  { label: 'Chip' },
  { label: 'Accelerators', align: 'right' },
  { label: 'As of' },
  { label: 'Machine or count', wraps: true },
  { label: 'Who says so', wraps: true },
] as const;

function toCells({ chip, chip_name, name, figures }: Machine) {
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

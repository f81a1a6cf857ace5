/** Epoch AI's counts of chips at sites as a list of holders. */
import type { CsvRow } from '../contract';
import { type ImportInput, inherit, type TableUpdate } from '../importer';

const isHolding = ({ family }: CsvRow) => family === 'epoch-data-centers';

/** What runs at the day of the copy, as a list of holders: the newest count of each chip at each site. */
export function toHoldings(
  counts: readonly CsvRow[],
  { rowsOf, leaveOut }: ImportInput,
): TableUpdate {
  const sites = new Map(rowsOf('data-centers').map((row) => [row.site, row]));
  const holdings = rowsOf('gpu-holdings');
  const newest = new Map<string, CsvRow>();
  for (const row of counts.filter(({ kind }) => kind === 'estimate')) {
    const key = `${row.site} ${row.chip}`;
    if ((newest.get(key)?.date ?? '') < (row.date ?? '')) newest.set(key, row);
  }
  const rows = [...newest.values()].flatMap((row): CsvRow[] => {
    const { site = '', chip = '', date = '', accelerators = '', h100e = '', source = '' } = row;
    const of = sites.get(site);
    // Who owns the site stands for the chips where nobody says whose they are.
    const organization = row.owner || of?.owner;
    if (!organization) {
      leaveOut('Chips of a site without a known owner');
      return [];
    }
    const place = site.startsWith(`${organization}-`) ? site.slice(organization.length + 1) : site;
    const isOwn = (one: CsvRow) => one.organization === organization;
    const { category } = inherit(
      holdings,
      ['category'],
      (one) => isHolding(one) && isOwn(one),
      isOwn,
    );
    const user = row.user === organization ? '' : row.user;
    return [
      {
        holding: `${organization}-${chip}-${place}-epoch-data-centers`,
        ...{ organization, chip, accelerators, h100e, source, cluster: of?.name ?? site },
        ...{ as_of: date, as_of_precision: 'day', category: category || 'unknown' },
        ...{ status: 'operational', counts: 'stock', kind: 'index-estimate' },
        ...{ family: 'epoch-data-centers', tenant: user ?? '' },
      },
    ];
  });
  return {
    dataset: 'gpu-holdings',
    scope: isHolding,
    match: ['holding'],
    owns: ['accelerators', 'h100e', 'as_of', 'tenant', 'source'],
    rows,
    block: isHolding,
    order: ['holding'],
  };
}

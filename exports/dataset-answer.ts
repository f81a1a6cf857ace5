/** `/datasets/<slug>.<format>`: a dataset in a format, filtered and sorted as its table's address. */

import { readNames } from '@/address/names';
import { first, type ParameterProblem, type Query } from '@/address/parameters';
import { BLANK, parseTableQuery } from '@/address/table-query';
import type { Column, Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { suggest } from '@/data/suggest';
import type { Orm } from '@/db/connection';
import { listGaps } from '@/db/open-snapshot';
import { countRows } from '@/db/queries/table';
import { countValues } from '@/db/queries/value-counts';
import { toDatasetPublication } from './dataset-publication';
import { readFormat } from './format';
import { explainBeyond, listPageLinks, parsePaging } from './paging';
import { answerFilesOf, answerTooOld } from './publication-answer';

export const answerDataset = answerFilesOf<Contract>({
  kind: 'dataset',
  find: (slug) => datasets.find((one) => one.slug === slug),
  known: () => datasets.map(({ slug }) => slug),
  read: async (contract, { url, query, tracker, lasts }, format) => {
    const { slug, columns } = contract;
    // A column that came later is blank; a table that came later would look empty.
    if (lasts && listGaps(tracker.orm.$client, [contract]).includes(slug)) {
      return answerTooOld(tracker.snapshot, 'this dataset', [slug]);
    }
    const { paging, problems: wrongPaging, rest: unpaged } = parsePaging(format, query);
    const taken = ['q', 'sort', 'columns', ...Object.keys(columns)];
    const { values, rest, problems: wrongFormat } = readFormat(format, unpaged, taken);
    const ofFormat = Object.keys(format.parameters);
    const { table, corrections } = parseTableQuery(contract, rest, [], ofFormat);
    const names = await explainNames(tracker.orm, contract, rest);
    const others = corrections.filter(
      ({ parameter }) => parameter !== 'page' && !names.some((one) => one.parameter === parameter),
    );
    const wrong = [...wrongPaging, ...wrongFormat, ...names, ...others, ...explainPage(rest)];
    const found = paging && wrong.length === 0 ? await countRows(tracker.orm, contract, table) : 0;
    return {
      values,
      problems: wrong.length === 0 && paging ? explainBeyond(paging, found) : wrong,
      build: async () => ({
        publication: await toDatasetPublication(tracker, contract, table, paging),
        links: paging ? listPageLinks(url, paging, found) : [],
      }),
    };
  },
});

/** A download is all rows of the selection; half of it would look like all. */
function explainPage({ page }: Query): ParameterProblem[] {
  if (page === undefined) return [];
  const allowed =
    'Leave it out: a download holds every row of the selection. Formats in lines and JSON come in pages with limit=.';
  return [{ parameter: 'page', found: [page].flat().join(', '), allowed }];
}

/**
 * Filters by names that there are not: `vendor=Nvidia`, where the name is "nvidia".
 * They would give a file without rows, which looks as if there were no figures.
 */

/** The filters whose columns hold names, if no row and no list has such a name. */
async function explainNames(
  orm: Orm,
  contract: Contract,
  query: Query,
): Promise<ParameterProblem[]> {
  const problems: ParameterProblem[] = [];
  for (const [parameter, column] of Object.entries(contract.columns)) {
    const found = first(query[parameter])?.trim();
    if (!found || found === BLANK) continue;
    if (column.type !== 'reference' && column.type !== 'slug') continue;
    const known = await listNames(orm, contract, parameter, column);
    if (known.has(found)) continue;
    const list = column.type === 'reference' ? column.to : contract.slug;
    const meant = (await readNames(orm)).meant(
      found,
      ({ dataset, row }) => dataset === list && known.has(row),
    );
    const near = meant ?? suggest(found, known);
    const where =
      known.size <= MOST_LISTED
        ? `Allowed: ${[...known].join(', ')}`
        : `The names are in /datasets/${list}.csv`;
    const allowed = `${where}${column.optional ? `; "${BLANK}" asks for blank cells` : ''}.`;
    const kind = parameter.replaceAll('_', ' ');
    problems.push({ parameter, kind, found, suggestion: near, allowed });
  }
  return problems;
}

const MOST_LISTED = 20;

/** What the column holds, and what it may refer to: a known name without rows is no mistake. */
async function listNames(
  orm: Orm,
  contract: Contract,
  name: string,
  column: Extract<Column, { type: 'reference' | 'slug' }>,
): Promise<Set<string>> {
  const target: Contract | undefined =
    column.type === 'reference' ? datasets.find(({ slug }) => slug === column.to) : undefined;
  const [own, referred] = await Promise.all([
    countValues(orm, contract, name),
    target ? countValues(orm, target, target.key[0]!) : [],
  ]);
  return new Set(
    [...own, ...referred].flatMap(({ value }) => (value === null ? [] : [`${value}`])),
  );
}

/** `/datasets/<slug>.<format>`: a dataset in a format, filtered and sorted as its table's address. */

import { toQuery } from '@/address/href';
import { first, type ParameterProblem, type Query } from '@/address/parameters';
import { BLANK, parseTableQuery } from '@/address/table-query';
import type { Column, Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { suggest } from '@/data/suggest';
import type { Orm, Tracker } from '@/db/connection';
import { listGaps } from '@/db/open-snapshot';
import { countRows } from '@/db/queries/table';
import { countValues } from '@/db/queries/value-counts';
import { answerProblem, answerWrongParameters } from './answer';
import { toDatasetPublication } from './dataset-publication';
import { readFormat } from './format';
import { getFormat } from './formats';
import { explainBeyond, listPageLinks, parsePaging } from './paging';
import {
  answerPublication,
  answerTooOld,
  answerUnknownFormat,
  openAsked,
} from './publication-answer';

export async function answerDataset(
  request: Request,
  current: Tracker,
  { slug, extension }: { slug: string; extension: string },
): Promise<Response> {
  const contract: Contract | undefined = datasets.find((one) => one.slug === slug);
  if (!contract) {
    return answerProblem({
      status: 404,
      title: 'There is no such dataset',
      detail: `No dataset is called "${slug}". There are: ${datasets.map((one) => one.slug).join(', ')}.`,
    });
  }
  const format = getFormat('dataset', extension);
  if (!format) return answerUnknownFormat('dataset', extension);
  const taken = ['q', 'sort', 'columns', ...Object.keys(contract.columns)];
  const asked = openAsked(current, toQuery(request.url));
  if (asked instanceof Response) return asked;
  const { query, tracker, lasts } = asked;
  // A column that came later is blank; a table that came later would look empty.
  if (lasts && listGaps(tracker.orm.$client, [contract]).includes(slug)) {
    return answerTooOld(tracker.snapshot, 'this dataset', [slug]);
  }
  const { paging, problems: wrongPaging, rest: unpaged } = parsePaging(format, query);
  const { values, rest, problems } = readFormat(format, unpaged, taken);
  const { table, corrections } = parseTableQuery(
    contract,
    rest,
    [],
    Object.keys(format.parameters),
  );
  const wrong = corrections.filter(({ parameter }) => parameter !== 'page');
  const names = await explainNames(tracker.orm, contract, rest);
  const others = wrong.filter(({ parameter }) => !names.some((one) => one.parameter === parameter));
  const mistakes = [...wrongPaging, ...problems, ...names, ...others, ...explainPage(rest)];
  if (mistakes.length > 0) return answerWrongParameters(mistakes);
  const found = paging ? await countRows(tracker.orm, contract, table) : 0;
  const beyond = paging ? explainBeyond(paging, found) : [];
  if (beyond.length > 0) return answerWrongParameters(beyond);
  return answerPublication(request, asked, {
    format,
    values,
    build: async () => ({
      publication: await toDatasetPublication(tracker, contract, table, paging),
      links: paging ? listPageLinks(request.url, paging, found) : [],
    }),
  });
}

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
    const near = suggest(found, known);
    const where =
      known.size <= MOST_LISTED
        ? `Allowed: ${[...known].join(', ')}`
        : `The names are in /datasets/${list}.csv`;
    const allowed = `${near === null ? '' : `Did you mean "${near}"? `}${where}${column.optional ? `; "${BLANK}" asks for blank cells` : ''}.`;
    problems.push({ parameter, found, allowed });
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

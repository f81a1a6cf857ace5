/** `/datasets/<slug>.<format>`: a dataset in a format, filtered and sorted as its table's address. */

import { explainNames } from '@/address/filter-names';
import type { ParameterProblem, Query } from '@/address/parameters';
import { parseTableQuery } from '@/address/table-query';
import type { Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { listGaps } from '@/db/open-snapshot';
import { countRows } from '@/db/queries/table';
import { formatCount } from '@/units/format-value';
import { answerProblem } from './answer';
import { toDatasetPublication } from './dataset-publication';
import { type ExportFormat, readFormat } from './format';
import { listPageLinks, parsePaging } from './paging';
import { answerFilesOf, answerTooOld } from './publication-answer';

export const answerDataset = answerFilesOf<Contract>({
  kind: 'dataset',
  find: (slug) => datasets.find((one) => one.slug === slug),
  known: () => datasets.map(({ slug }) => slug),
  read: async (contract, { url, query, tracker, lasts }, format) => {
    const { slug } = contract;
    // A column that came later is blank; a table that came later would look empty.
    if (lasts && listGaps(tracker.orm.$client, [contract]).includes(slug)) {
      return answerTooOld(tracker.snapshot, 'this dataset', [slug]);
    }
    const { paging, problems: wrongPaging, rest: unpaged } = parsePaging(format, query);
    const { values, rest, problems: wrongFormat } = readFormat(format, unpaged);
    const ofFormat = Object.keys(format.parameters);
    const { table, corrections } = parseTableQuery(contract, rest, [], ofFormat);
    const names = await explainNames(tracker.orm, contract, rest);
    const others = corrections.filter(
      ({ parameter }) => parameter !== 'page' && !names.some((one) => one.parameter === parameter),
    );
    const wrong = [...wrongPaging, ...wrongFormat, ...names, ...others, ...explainPage(rest)];
    if (wrong.length === 0 && format.mostRows !== undefined) {
      const rows = await countRows(tracker.orm, contract, table);
      if (rows > format.mostRows) return answerTooManyRows(format, rows, format.mostRows);
    }
    return {
      values,
      problems: wrong,
      build: async () => ({
        publication: await toDatasetPublication(tracker, contract, table, paging),
        links: paging
          ? listPageLinks(url, paging, await countRows(tracker.orm, contract, table))
          : [],
      }),
    };
  },
});

function answerTooManyRows({ name }: ExportFormat, rows: number, most: number): Response {
  return answerProblem({
    status: 409,
    title: `These are more rows than ${name} opens`,
    detail: `${name} opens ${formatCount(most)} rows, and these are ${formatCount(rows)}. Ask for fewer, as by year or organization, or for .csv or .parquet, which have no limit.`,
  });
}

/** A download is all rows of the selection; half of it would look like all. */
function explainPage({ page }: Query): ParameterProblem[] {
  if (page === undefined) return [];
  const allowed =
    'Leave it out: a download holds every row of the selection. Formats in lines and JSON come in pages with limit=.';
  return [{ parameter: 'page', found: [page].flat().join(', '), allowed }];
}

/** `/datasets/<slug>.<format>`: a dataset in a format, filtered and sorted as its table's address. */

import { toQuery } from '@/address/href';
import type { ParameterProblem, Query } from '@/address/parameters';
import { parseTableQuery } from '@/address/table-query';
import type { Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import type { Tracker } from '@/db/connection';
import { listGaps } from '@/db/open-snapshot';
import { countRows } from '@/db/queries/table';
import { answerProblem, answerWrongParameters } from './answer';
import { answerTooOld, openAsked } from './asked-snapshot';
import { toDatasetPublication } from './dataset-publication';
import { explainNames } from './explain-names';
import { readFormat } from './format';
import { getFormat } from './formats';
import { explainBeyond, listPageLinks, parsePaging } from './paging';
import { answerPublication, answerUnknownFormat } from './publication-answer';

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

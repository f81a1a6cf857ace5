/** `/datasets/<slug>.<format>`: a dataset in a format, filtered and sorted as its table's address. */
import type { Query } from '@/address/parameters';
import { toQuery } from '@/address/query';
import { BLANK, LONGEST_SEARCH, parseTableQuery } from '@/address/table-query';
import type { Column, Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import type { Tracker } from '@/db/connection';
import { listGaps } from '@/db/open-snapshot';
import { countRows } from '@/db/queries/table';
import { answerProblem, answerWrongParameters } from './answer';
import { answerTooOld, openAsked } from './asked-snapshot';
import { toDatasetPublication } from './dataset-publication';
import { explainNames } from './explain-names';
import { getFormat } from './formats';
import { explainBeyond, listPageLinks, parsePaging } from './paging';
import { type ParameterProblem, parseExportParameters } from './parameters';
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
  const { values, rest, problems } = parseExportParameters(format.parameters, unpaged, taken);
  const { table, problems: wrong } = parseStrictly(contract, rest, [
    ...taken,
    ...format.parameters.map(({ name }) => name),
  ]);
  const names = await explainNames(tracker.orm, contract, rest);
  const others = wrong.filter(({ parameter }) => !names.some((one) => one.parameter === parameter));
  const mistakes = [...wrongPaging, ...problems, ...names, ...others];
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

function parseStrictly(contract: Contract, query: Query, known: readonly string[]) {
  const { table, corrections } = parseTableQuery(contract, query);
  const problems = corrections.map(
    ({ parameter, found }): ParameterProblem => ({
      parameter,
      found,
      allowed: explainAllowed(contract, parameter, known),
    }),
  );
  // A download is all rows of the selection; half of it would look like all.
  if (query.page !== undefined) {
    const allowed =
      'Leave it out: a download holds every row of the selection. Formats in lines and JSON come in pages with limit=.';
    problems.push({ parameter: 'page', found: String(query.page), allowed });
  }
  return { table, problems };
}

function explainAllowed(contract: Contract, parameter: string, known: readonly string[]) {
  if (parameter === 'q') return `A text of at most ${LONGEST_SEARCH} characters.`;
  if (parameter === 'sort') {
    return `Names of columns, joined by "~", with "-" before those from the largest down: ${Object.keys(contract.columns).join(', ')}.`;
  }
  if (parameter === 'columns') {
    return `Names of columns, joined by "~": ${Object.keys(contract.columns).join(', ')}.`;
  }
  const column = Object.hasOwn(contract.columns, parameter)
    ? contract.columns[parameter]
    : undefined;
  if (!column) return `No such parameter; there are: ${known.join(', ')}.`;
  if (column.type === 'one-of') {
    return [...Object.keys(column.values), ...(column.optional ? [BLANK] : [])];
  }
  const blank = column.optional ? `, or "${BLANK}" for blank cells` : '';
  return `One exact value: ${wordValue(column)}${blank}.`;
}

function wordValue(column: Column): string {
  switch (column.type) {
    case 'integer':
    case 'number':
      return 'a number';
    case 'date':
      return column.precision === 'day'
        ? 'a day such as 2023-02-23'
        : 'a day such as 2023-02-23, or 2023-02 or 2023 where no more is known';
    case 'text':
      return column.example ? `a text such as ${column.example}` : 'a text';
    case 'url':
      return 'a web address';
    default:
      return 'a name in small letters, digits and hyphens';
  }
}

/** What is shown and not certain: documents nobody can open, rows and claims that nothing confirms. */
import { group } from 'd3-array';
import { toClaimHref, toEvidenceHref, toRowsHref } from '@/address/links';
import { type Columns, type Contract, toMeanings } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { sources } from '@/data/sources/contract';
import type { Tracker } from '@/db/connection';
import type { Orm } from '@/db/orm';
import type { SourceRow } from '@/db/queries/names';
import { countSourceUses, type SourceUse } from '@/db/queries/sources';
import { countRows, listRows } from '@/db/queries/table';
import { listClaims } from '@/subjects/article/queries';
import { getEvidence } from './evidence';

interface DoubtfulRows {
  readonly dataset: string;
  readonly title: string;
  /** What is said of them, "Evidence: Original not read", and what that means. */
  readonly doubt: string;
  readonly meaning: string;
  readonly count: number;
  /** The dataset's table with these rows alone. */
  readonly href: string;
}

export interface OpenQuestions {
  readonly withoutAddress: readonly { source: SourceRow; uses: readonly SourceUse[] }[];
  /** Rows that rest on one line of a digest of headlines. */
  readonly ofDigests: readonly { subject: string; dataset: string; origin: string; href: string }[];
  readonly doubtful: readonly DoubtfulRows[];
  /** Claims of the article that stand in it alone. */
  readonly claims: readonly { says: string; said_by: string; href: string }[];
}

export async function listOpenQuestions(tracker: Tracker): Promise<OpenQuestions> {
  const { orm } = tracker;
  const [documents, uses, claims, doubtful] = await Promise.all([
    listRows(orm, sources),
    countSourceUses(orm, datasets),
    listClaims(orm),
    listDoubtful(orm),
  ]);
  const order = new Map(datasets.map(({ slug }, place): [string, number] => [slug, place]));
  const placeOf = ({ dataset }: SourceUse) => order.get(dataset) ?? 0;
  const usesOf = group(uses, ({ source }) => source);
  return {
    withoutAddress: documents
      .filter(({ url }) => url === null)
      .map((source) => ({ source, uses: usesOf.get(source.source) ?? [] })),
    ofDigests: await listOfDigests(
      tracker,
      documents.filter(({ grade }) => grade === 'single-digest'),
      uses.toSorted((a, b) => placeOf(a) - placeOf(b)),
    ),
    doubtful,
    claims: claims
      .filter(({ verdict }) => verdict === 'only-reported')
      .map(({ claim, says, said_by }) => ({ says, said_by, href: toClaimHref(claim) })),
  };
}

async function listOfDigests(
  tracker: Tracker,
  documents: readonly SourceRow[],
  uses: readonly SourceUse[],
) {
  const origins = new Map(documents.map(({ source, origin }) => [source, origin]));
  const found = await Promise.all(
    uses
      .filter(({ source }) => origins.has(source))
      .map(async ({ source, dataset, column }) => {
        const contract = datasets.find(({ slug }) => slug === dataset) as Contract;
        const rows = await listRows(tracker.orm, contract, { filters: { [column]: source } });
        return Promise.all(rows.map((row) => toDigestRow(tracker, contract, row)));
      }),
  );
  return found
    .flat()
    .map(({ source, ...row }) => ({ ...row, origin: origins.get(source) ?? source }));
}

async function toDigestRow(
  tracker: Tracker,
  contract: Contract,
  row: Readonly<Record<string, unknown>>,
) {
  const href = toEvidenceHref(contract, row);
  const [, , , key = ''] = href.split('/');
  const evidence = await getEvidence(tracker, contract.slug, key);
  const title = row.title ?? evidence?.subject ?? key;
  return { subject: String(title), dataset: contract.title, source: String(row.source), href };
}

/** Values of a column that say that a row is not certain. */
function listDoubts(name: string): readonly string[] {
  if (name === 'standing') return ['reported'];
  return name.endsWith('confidence') ? ['speculative', 'unknown'] : [];
}

/** By dataset, column and doubt, in the order of the registry; none without rows. */
async function listDoubtful(orm: Orm): Promise<DoubtfulRows[]> {
  const asked = (datasets as readonly Contract<Columns>[]).flatMap((contract) =>
    Object.entries(contract.columns).flatMap(([name, column]) =>
      column.type === 'one-of'
        ? listDoubts(name).flatMap((value) => {
            const meaning = toMeanings(column)[value];
            return meaning === undefined ? [] : [{ contract, name, value, column, meaning }];
          })
        : [],
    ),
  );
  const counted = await Promise.all(
    asked.map(async ({ contract, name, value, column, meaning }): Promise<DoubtfulRows> => {
      const said = column.values[value];
      const label = typeof said === 'object' ? said.label : value;
      return {
        dataset: contract.slug,
        title: contract.title,
        doubt: `${column.label}: ${label.toLowerCase()}`,
        meaning,
        count: await countRows(orm, contract, { filters: { [name]: value } }),
        href: toRowsHref(contract, { [name]: value }),
      };
    }),
  );
  return counted.filter(({ count }) => count > 0);
}

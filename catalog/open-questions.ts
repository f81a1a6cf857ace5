/** What is shown and not certain: documents nobody can open, rows and claims that nothing confirms. */
import { group, sum } from 'd3-array';
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
import { listSubjects } from './evidence';

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
  readonly withoutAddress: Listed<{ source: SourceRow; uses: readonly SourceUse[] }>;
  /** Rows that rest on one line of a digest of headlines. */
  readonly ofDigests: Listed<{ subject: string; dataset: string; origin: string; href: string }>;
  readonly doubtful: readonly DoubtfulRows[];
  /** Claims of the article that stand in it alone. */
  readonly claims: readonly { says: string; said_by: string; href: string }[];
}

/** The first of what may be many. */
interface Listed<T> {
  readonly rows: readonly T[];
  /** How many there are, listed or not. */
  readonly found: number;
  /** The table of all, or of the documents that they rest on. */
  readonly href: string;
}

/** A list on a page; what is beyond is in tables. */
const MOST_LISTED = 100;

const WITHOUT_ADDRESS = { url: null };
const DIGESTS = { grade: 'single-digest' };

export async function listOpenQuestions(
  { orm }: Pick<Tracker, 'orm'>,
  most = MOST_LISTED,
): Promise<OpenQuestions> {
  const [withoutAddress, ofDigests, claims, doubtful] = await Promise.all([
    listWithoutAddress(orm, most),
    listOfDigests(orm, most),
    listClaims(orm),
    listDoubtful(orm),
  ]);
  return {
    withoutAddress,
    ofDigests,
    doubtful,
    claims: claims
      .filter(({ verdict }) => verdict === 'only-reported')
      .map(({ claim, says, said_by }) => ({ says, said_by, href: toClaimHref(claim) })),
  };
}

async function listWithoutAddress(
  orm: Orm,
  most: number,
): Promise<OpenQuestions['withoutAddress']> {
  const first = { filters: WITHOUT_ADDRESS, offset: 0, limit: most };
  const [documents, uses, found] = await Promise.all([
    listRows(orm, sources, first),
    countSourceUses(orm, datasets, first),
    countRows(orm, sources, { filters: WITHOUT_ADDRESS }),
  ]);
  const usesOf = group(uses, ({ source }) => source);
  return {
    rows: documents.map((source) => ({ source, uses: usesOf.get(source.source) ?? [] })),
    found,
    href: toRowsHref(sources, WITHOUT_ADDRESS),
  };
}

/** In the order of the datasets, those of a document together. */
async function listOfDigests(orm: Orm, most: number): Promise<OpenQuestions['ofDigests']> {
  const uses = await countSourceUses(orm, datasets, { filters: DIGESTS });
  const order = new Map(datasets.map(({ slug }, place): [string, number] => [slug, place]));
  const placeOf = ({ dataset }: SourceUse) => order.get(dataset) ?? 0;
  const listed: OpenQuestions['ofDigests']['rows'][number][] = [];
  for (const { source, dataset, column } of uses.toSorted((a, b) => placeOf(a) - placeOf(b))) {
    const limit = most - listed.length;
    if (limit === 0) break;
    const contract = datasets.find(({ slug }) => slug === dataset) as Contract;
    const [rows, [document]] = await Promise.all([
      listRows(orm, contract, { filters: { [column]: source }, limit }),
      listRows(orm, sources, { filters: { source } }),
    ]);
    const subjects = await listSubjects(orm, contract, rows);
    const origin = document?.origin ?? source;
    const toListed = (row: (typeof rows)[number], at: number) => ({
      subject: String(row.title ?? subjects[at]),
      dataset: contract.title,
      origin,
      href: toEvidenceHref(contract, row),
    });
    listed.push(...rows.map(toListed));
  }
  return {
    rows: listed,
    found: sum(uses, ({ rows }) => rows),
    href: toRowsHref(sources, DIGESTS),
  };
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

/**
 * What other datasets print of the very thing a claim speaks of, at its own time: the
 * shares in the press of the day, the statements made about the same counts of papers.
 */

import { toEvidenceHref } from '@/address/links';
import { paperStatements } from '@/data/paper-statements/contract';
import { nameOrigin } from '@/data/sources/origins';
import type { Orm } from '@/db/orm';
import { listSources } from '@/db/queries/names';
import { listPaperStatements, wordStatement } from '../papers/paper-statements';
import { type ClaimRow, listClaimAnswers, listMarketReactions } from './queries';
import { toFigure } from './reactions';

/** A printed figure next to a claim, who prints it, and its evidence. */
export interface PrintedFigure {
  readonly text: string;
  /** Whose figure it is. */
  readonly origin: string;
  readonly href: string;
}

/** Claim → what stands next to it; none for most. */
export async function listPrintedFigures(
  orm: Orm,
  claims: readonly ClaimRow[],
): Promise<ReadonlyMap<string, readonly PrintedFigure[]>> {
  const [moves, statements, answers] = await Promise.all([
    listMarketReactions(orm),
    listPaperStatements(orm),
    listClaimAnswers(orm),
  ]);
  const printed = statements.filter(({ projected }) => projected === 'no');
  // A claim that rests on a document of these counts speaks of them.
  const ofPapers = new Set(statements.map(({ source }) => source));
  const documents = await listSources(
    orm,
    [...moves, ...statements].map(({ source }) => source),
  );
  const nameSource = (slug: string) => {
    const document = documents.find(({ source }) => source === slug);
    return document ? nameOrigin(document) : slug;
  };
  return new Map(
    claims.map((claim) => {
      const metrics: readonly string[] = answers
        .filter(({ claim: answered, shows }) => answered === claim.claim && shows === 'printed')
        .map(({ of }) => of);
      const ofShares = moves
        .filter(
          ({ company, date, metric }) =>
            company === claim.vendor && date === claim.as_of && metrics.includes(metric),
        )
        .map((row) => ({ ...toFigure(row), source: row.source }));
      const ofCounts = printed
        .filter(
          ({ vendor, chip, year }) =>
            ofPapers.has(claim.source) &&
            vendor === claim.vendor &&
            chip === claim.chip &&
            claim.as_of.startsWith(String(year)),
        )
        .map((row) => ({
          text: `${wordStatement(row)}${row.basis === 'derived' ? ' (derived)' : ''}`,
          evidence: toEvidenceHref(paperStatements, row),
          source: row.source,
        }));
      return [
        claim.claim,
        [...ofShares, ...ofCounts].map(({ text, evidence, source }) => ({
          text,
          origin: nameSource(source),
          href: evidence,
        })),
      ] as const;
    }),
  );
}

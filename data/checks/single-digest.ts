/** What a digest of headlines says alone is not confirmed. */
import { type Check, toTableName } from '../contract';
import { defineCheck } from './define-check';

/** For datasets whose rows cite a source and have a standing. */
export function digestsUnconfirmed(dataset: string): Check {
  return defineCheck(
    {
      name: 'digests-unconfirmed',
      explanation:
        'What rests on a single digest of headlines is marked as not confirmed, so that nothing names it as news.',
      reads: ['sources'],
    },
    {
      sql: `SELECT t.rowid AS line, t.standing AS found FROM ${toTableName(dataset)} t
        JOIN sources s ON s.source = t.source
        WHERE s.grade = 'single-digest' AND t.standing <> 'reported'`,
      column: 'standing',
      says: 'its source is a digest of headlines, whose links were not followed',
      advice: 'Write “reported”, or cite a document that was read.',
    },
  );
}

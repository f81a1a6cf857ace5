/** Promises about who is an owner. */
import { defineCheck } from '../checks/define-check';

export const ownerOrRemainder = defineCheck(
  {
    name: 'owner-or-remainder',
    explanation: 'A row is of an organization or of a remainder, and called by its short name.',
  },
  {
    sql: `SELECT rowid AS line, owner AS found FROM owner_totals
      WHERE (organization IS NULL) = (remainder IS NULL)
        OR owner <> coalesce(organization, remainder)`,
    column: 'owner',
    says: 'organization and remainder do not say who this is',
    advice: 'Fill one of the two, and repeat it as the owner.',
  },
);

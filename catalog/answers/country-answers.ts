/** An answer about who has accelerators in a country. */

import { toHref } from '@/address/href';
import type { Orm } from '@/db/orm';
import { getOrganizationTable } from '@/subjects/holdings/organization-table';
import { formatCountry } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { type Answer, buildAnswer } from './answer';
import { type Asked, isOneOf } from './asked';

const ALSO =
  'gpu accelerator chip ai compute cluster supercomputer who most own owner holder company organization top'.split(
    ' ',
  );

export async function answerCountry(orm: Orm, asked: Asked): Promise<Answer | null> {
  const { rest, things, period } = asked;
  const words = rest.filter((word) => !isOneOf(word, ALSO));
  if (things.length > 0 || period !== null || words.length === 0) return null;
  const called = words.join(' ');
  const table = await getOrganizationTable(orm, { q: called });
  const own = table.rows.filter(
    ({ organization, newest }) =>
      newest !== null && formatCountry(organization.country).toLowerCase() === called,
  );
  const [first] = own;
  if (!first) return null;
  const country = formatCountry(first.organization.country);
  return buildAnswer(orm, {
    title: `Accelerators of organizations in ${country}`,
    note: 'By the owners’ seats, not by where the machines are. Counts of different lists are never added.',
    figures: own.slice(0, MOST_ORGANIZATIONS).flatMap(({ organization, newest }) =>
      newest
        ? [
            {
              label: organization.name,
              values: [newest.text],
              detail: `${newest.list}, ${formatDate(newest.asOf)}`,
              href: `/organizations/${organization.organization}`,
              kind: newest.kind,
            },
          ]
        : [],
    ),
    sources: [],
    links: [{ label: `All in ${country}`, href: toHref('/organizations', { q: called }) }],
  });
}

const MOST_ORGANIZATIONS = 4;

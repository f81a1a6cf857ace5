/** An answer about the share that vendors have of the papers that name a chip. */

import { sum } from 'd3-array';
import { toHref } from '@/address/href';
import { toEvidenceHref } from '@/address/links';
import { chipUsageInPapers } from '@/data/chip-usage-in-papers/contract';
import type { Orm } from '@/db/orm';
import { isVendorTotal, MENTIONS } from '@/subjects/papers/paper-counts';
import { listPaperCounts, listPaperEditions } from '@/subjects/papers/queries';
import { formatFigure, formatValue } from '@/units/format-value';
import { formatPeriod } from '@/units/period';
import { type Answer, buildAnswer } from './answer';
import { type Asked, isOneOf } from './asked';

const SHARE = ['share'];
const PAPERS = 'papers paper research mentions'.split(' ');
const ALSO = 'ai gpu chip named naming cited use usage using used'.split(' ');

/** Of the vendors named, or the largest: of the year that is asked for, else of the last counted. */
export async function answerPaperShare(orm: Orm, asked: Asked): Promise<Answer | null> {
  const { rest, things, period } = asked;
  const asks = (words: readonly string[]) => rest.some((word) => isOneOf(word, words));
  const isKnown = rest.every((word) => isOneOf(word, [...SHARE, ...PAPERS, ...ALSO]));
  if (!asks(SHARE) || !asks(PAPERS) || !isKnown) return null;
  const vendors = things.map(
    ([first]) => first.maker ?? (first.dataset === 'vendors' ? first.row : null),
  );
  const [edition] = await listPaperEditions(orm);
  if (!edition || vendors.includes(null)) return null;
  const years = (await listPaperCounts(orm, edition.edition)).filter(
    (row) => isVendorTotal(row) && /^\d{4}$/.test(row.period),
  );
  const last = years.findLast(({ kind }) => kind === 'measured')?.period;
  const rows = years.filter((row) => row.period === (period ?? last));
  const whole = sum(rows, ({ papers }) => papers);
  const shown = rows
    .filter(({ vendor }) => vendors.length === 0 || vendors.includes(vendor))
    .toSorted((a, b) => (b.papers ?? 0) - (a.papers ?? 0))
    .slice(0, MOST_VENDORS);
  return buildAnswer(orm, {
    title: 'Share of the chips that AI papers name',
    note: MENTIONS,
    figures: shown.flatMap((row) =>
      row.papers === null
        ? []
        : [
            {
              label: `${asked.names.nameOf('vendors', row.vendor)}, ${formatPeriod(row.period)}`,
              values: [formatFigure(Math.round((row.papers / whole) * 1000) / 10, '%')],
              detail: [
                `${formatValue(row.papers, 'papers')} of ${formatValue(whole, 'papers')} mentions`,
                row.kind === 'projection' ? 'projected' : null,
              ]
                .filter(Boolean)
                .join(' · '),
              href: toEvidenceHref(chipUsageInPapers, row),
              kind: row.kind === 'projection' ? 'projection' : 'derived',
            } as const,
          ],
    ),
    sources: shown.map(({ source }) => source),
    links: [{ label: 'Chart', href: toHref('/charts/papers-by-vendor', { stack: 'percent' }) }],
  });
}

const MOST_VENDORS = 4;

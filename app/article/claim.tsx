/** One claim: as a card of those that matter, and as a row of the table of all. */

import { toClaimHref, toEvidenceHref, toSourceHref } from '@/address/links';
import { articleClaims } from '@/data/article-claims/contract';
import { wordOrigin } from '@/data/sources/origins';
import {
  type CheckedClaim,
  meanings,
  nameVerdict,
  standings,
} from '@/subjects/article/article-view';
import { MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';
import type { FiguresRow } from '../_ui/figures-table';
import { LinkedText } from '../_ui/linked-text';
import { ServerDrawing } from '../_ui/server-drawing';
import { SourceTitle } from '../_ui/source-link';
import { Badge, Card } from '../_ui/tremor';

/** Claim, verdict, and what the same is today. */
export function ClaimCard({ claim }: { claim: CheckedClaim }) {
  const { row, says, today, finding, chinese_text, compared } = claim;
  const found = finding ?? chinese_text;
  const [newest] = today;
  return (
    <Card className="flex h-full flex-col px-4 py-3 text-sm">
      <p className="flex items-baseline justify-between gap-3 text-xs text-muted">
        <Verdict claim={claim} />
        <a href={toClaimHref(row.claim)} aria-label={`Address of claim ${toNumber(row.claim)}`}>
          #{toNumber(row.claim)}
        </a>
      </p>
      <h3 className="mt-1 font-semibold">
        <LinkedText pieces={says} />
      </h3>
      {newest ? (
        <div className="mt-1 flex items-end justify-between gap-4">
          <p>
            <span className="text-lg font-semibold tracking-tight tabular-nums">
              {newest.value}
            </span>
            <span className="block text-xs text-muted">
              Today: <a href={newest.href}>{newest.label}</a>, {newest.period}
            </span>
          </p>
          {compared?.spark && (
            <ServerDrawing svg={compared.spark} className="w-28 shrink-0 max-sm:hidden" />
          )}
        </div>
      ) : (
        found && (
          <p className="mt-1 text-muted">
            <LinkedText pieces={found} />.
          </p>
        )
      )}
      {compared && <p className="mt-auto pt-1 text-xs text-muted">{compared.remark}</p>}
    </Card>
  );
}

/** The columns of the table of all claims. */
export const claimColumns = [
  { label: 'No.', align: 'right' },
  { label: 'Claim', wraps: true },
  { label: 'Verdict' },
  { label: 'Today', wraps: true },
] as const;

/** What stands behind a claim comes when its row is opened; that of the claim asked for is open. */
export function toClaimRow(claim: CheckedClaim, asked: string | null): FiguresRow {
  const { row, says, today } = claim;
  return {
    id: row.claim,
    cells: [
      <a
        key="number"
        href={toClaimHref(row.claim)}
        aria-label={`Address of claim ${toNumber(row.claim)}`}
      >
        {toNumber(row.claim)}
      </a>,
      <span key="says">
        <LinkedText pieces={says} />
      </span>,
      <Verdict key="verdict" claim={claim} />,
      today.length === 0
        ? MISSING
        : today.map(({ label, value, period, href }) => (
            <span key={label} className="block">
              <a href={href}>{value}</a>{' '}
              <span className="text-muted">
                {label}, {period}
              </span>
            </span>
          )),
    ],
    remark: (
      <details open={row.claim === asked}>
        <summary className="w-fit cursor-pointer text-accent">
          Finding and source
          <span className="sr-only"> of claim {toNumber(row.claim)}</span>
        </summary>
        <Behind claim={claim} />
      </details>
    ),
  };
}

const toNumber = (claim: string): string => claim.replace(/^claim-0*/, '');

function Verdict({ claim: { row } }: { claim: CheckedClaim }) {
  return (
    <span title={meanings.verdict[row.verdict]}>
      <Badge>{nameVerdict(row)}</Badge>
    </span>
  );
}

function Behind({ claim }: { claim: CheckedClaim }) {
  const { row, said_by, finding, chinese_text, printed, models } = claim;
  return (
    <div className="grid gap-1 pb-1 text-sm">
      <p>
        <LinkedText pieces={said_by} />, speaking of {formatDate(row.as_of)}
        {row.verdict !== 'only-reported' && ` · ${standings[row.standing]}`}
      </p>
      {finding && (
        <p className="text-ink">
          <LinkedText pieces={finding} />.
        </p>
      )}
      {chinese_text && (
        <p>
          In the Chinese text: <LinkedText pieces={chinese_text} />.
        </p>
      )}
      {printed.length > 0 && (
        <p>
          Printed at the time:{' '}
          {printed.map(({ text, origin, href }, index) => (
            <span key={href}>
              {index > 0 && '; '}
              <a href={href}>{text}</a>, {origin}
            </span>
          ))}
        </p>
      )}
      {models.length > 0 && (
        <p>
          As a working model:{' '}
          {models.map(({ name, href, answer }, index) => (
            <span key={href}>
              {index > 0 && '; '}
              <a href={href}>{name}</a>
              {answer && `: ${answer}`}
            </span>
          ))}
        </p>
      )}
      <p className="text-xs">
        <a
          href={toEvidenceHref(articleClaims, row)}
          aria-label={`Evidence of claim ${toNumber(row.claim)}`}
        >
          Evidence
        </a>
        {' · '}
        <Source claim={claim} />
        <About claim={claim} />
      </p>
    </div>
  );
}

function Source({ claim: { row, document } }: { claim: CheckedClaim }) {
  if (!document) {
    return (
      <>
        Source: <a href={toSourceHref(row.source)}>{row.source}</a>
      </>
    );
  }
  return (
    <>
      Source: <SourceTitle source={document} />, {wordOrigin(document)}
    </>
  );
}

/** Whom the claim is about where its texts do not name them. */
function About({ claim: { about } }: { claim: CheckedClaim }) {
  return about.map(({ text, href }) => (
    <span key={href}>
      {' · '}
      <a href={href}>{text}</a>
    </span>
  ));
}

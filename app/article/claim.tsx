/** One claim: verdict, what is said by whom, what was found, what it would say today. */
import { type OfferedChoice, toCanonical } from '@/address/choices';
import { toHref } from '@/address/href';
import { toClaimHref, toEvidenceHref, toSourceHref } from '@/address/links';
import { articleClaims } from '@/data/article-claims/contract';
import {
  type CheckedClaim,
  meanings,
  nameVerdict,
  standings,
} from '@/subjects/article/article-view';
import { formatDate } from '@/units/period';
import { LinkedText } from '../_ui/linked-text';
import { SourceTitle } from '../_ui/source-link';
import { Badge } from '../_ui/tremor';

export function Claim({ claim }: { claim: CheckedClaim }) {
  const { row, says, said_by, finding, chinese_text, printed, today, models } = claim;
  const number = row.claim.replace(/^claim-0*/, '');
  return (
    <div className="grid gap-x-6 gap-y-1 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
      <div>
        <p title={meanings.verdict[row.verdict]}>
          <Badge>{nameVerdict(row)}</Badge>
        </p>
        {row.verdict !== 'only-reported' && (
          <p className="text-xs text-muted">{standings[row.standing]}</p>
        )}
      </div>
      <div className="max-w-[75ch] text-sm">
        <p className="text-base">
          <LinkedText pieces={says} />
        </p>
        <p className="text-muted">
          <LinkedText pieces={said_by} />, speaking of {formatDate(row.as_of)}
        </p>
        {finding && (
          <p className="mt-1">
            <LinkedText pieces={finding} />.
          </p>
        )}
        {chinese_text && (
          <p className="mt-1">
            In the Chinese text: <LinkedText pieces={chinese_text} />.
          </p>
        )}
        {printed.length > 0 && (
          <p className="mt-1">
            <span className="font-semibold">Printed at the time:</span>{' '}
            {printed.map(({ text, publisher, href }, index) => (
              <span key={href}>
                {index > 0 && '; '}
                <a href={href}>{text}</a>, {publisher}
              </span>
            ))}
          </p>
        )}
        {today.length > 0 && (
          <p className="mt-1">
            <span className="font-semibold">Today:</span>{' '}
            {today.map(({ label, value, period, href }, index) => (
              <span key={label}>
                {index > 0 && '; '}
                <a href={href}>{label}</a>: {value}, {period}
              </span>
            ))}
          </p>
        )}
        {models.length > 0 && (
          <p className="mt-1">
            <span className="font-semibold">As a working model:</span>{' '}
            {models.map(({ name, href }, index) => (
              <span key={href}>
                {index > 0 && '; '}
                <a href={href}>{name}</a>
              </span>
            ))}
          </p>
        )}
        <p className="mt-1 text-xs text-muted">
          <a href={toClaimHref(row.claim)} aria-label={`Address of claim ${number}`}>
            #{number}
          </a>
          {' · '}
          <a href={toEvidenceHref(articleClaims, row)} aria-label={`Evidence of claim ${number}`}>
            Evidence
          </a>
          {' · '}
          <Source claim={claim} />
          <About claim={claim} />
        </p>
      </div>
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
      Source: <SourceTitle source={document} />, {document.publisher}
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

/** Verdicts and topics as links, each with the number of claims it shows. */
export function ClaimFilter({
  offered,
  path,
}: {
  offered: readonly OfferedChoice[];
  path: string;
}) {
  const chosen = toCanonical(offered);
  return (
    <div className="no-print mt-3 grid gap-2 text-sm">
      {offered.map(({ name, label, options, value, fallback }) => (
        <nav
          key={name}
          aria-label={label}
          className="grid grid-cols-[4rem_minmax(0,1fr)] items-baseline"
        >
          <span className="text-muted">{label}</span>
          <div className="flex flex-wrap gap-2">
            {options.map((option) => {
              const isOpen = option.value === value;
              const { [name]: _, ...others } = chosen;
              const parameters =
                option.value === fallback ? others : { ...others, [name]: option.value };
              return (
                <a
                  key={option.value}
                  href={`${toHref(path, parameters)}#claims`}
                  title={findMeaning(name, option.value)}
                  aria-current={isOpen ? 'true' : undefined}
                  className={`rounded-tremor-default border border-rule px-2 py-0.5 no-underline ${
                    isOpen ? 'bg-raised font-medium text-ink' : 'text-accent'
                  }`}
                >
                  {option.label}
                </a>
              );
            })}
          </div>
        </nav>
      ))}
    </div>
  );
}

function findMeaning(name: string, value: string): string | undefined {
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = meanings;
  return words[name]?.[value];
}

/**
 * Notices above a page: what of its address was corrected, whose figures it shows, what is missing.
 */
import { redirect } from 'next/navigation';
import { listEntries, writeAddress } from '@/address/href';
import { listUnknownParameters, type ParameterProblem, type Query } from '@/address/parameters';
import { findSuggestion, wordCorrection } from '@/address/word-problem';
import type { Snapshot } from '@/db/snapshot-tables';
import { formatDate } from '@/units/period';
import { Callout } from './tremor';

/** Says what of an address does not work, what would, and what is shown instead. */
export function Corrections({ corrections }: { corrections: readonly ParameterProblem[] }) {
  if (corrections.length === 0) return null;
  return (
    // What does not work is endless: the server keeps no page that says so.
    <div
      className="my-4 border-l-4 border-warning bg-raised p-3 text-sm"
      role="status"
      data-corrected=""
    >
      {corrections.map((problem) => (
        <p key={`${problem.parameter}=${problem.found}`}>{wordCorrection(problem)}</p>
      ))}
    </div>
  );
}

/** Says that a page shows the figures of a snapshot, and leads to the present ones. */
export function FrozenNotice({
  snapshot: { id, collected_on },
  href,
}: {
  snapshot: Snapshot;
  /** The same page with the present figures. */
  href: string;
}) {
  return (
    <Callout title={`Figures of snapshot ${id}`} className="my-4" role="note">
      {/* Tremor wraps this in a paragraph, where another may not stand. */}
      <span className="text-ink">
        This address still shows the figures as they were, collected {formatDate(collected_on)}.{' '}
        <a href={href}>Show the present figures</a> or{' '}
        <a href="/snapshots">what changed between snapshots</a>.
      </span>
    </Callout>
  );
}

/** Says that a snapshot holds nothing to show here, because it is older than the figures. */
export function TooOldNotice({
  snapshot: { id, collected_on },
  lacking,
  href,
}: {
  snapshot: Snapshot;
  /** Tables and columns that came later. */
  lacking: readonly string[];
  /** The same page with the present figures. */
  href: string;
}) {
  return (
    <Callout title={`Snapshot ${id} is older than these figures`} className="my-4" role="note">
      {/* Tremor wraps this in a paragraph, where another may not stand. */}
      <span className="text-ink">
        It was collected {formatDate(collected_on)}, before {lacking.join(', ')} became part of the
        tracker, so there is nothing to show. <a href={href}>Show the present figures</a> or choose{' '}
        <a href="/snapshots">another snapshot</a>.
      </span>
    </Callout>
  );
}

/**
 * Leads an address with parameters that a page does not have to the one without them, before
 * anything is rendered: there is no end to such addresses. `known`: all that the page at `path`
 * reads. Returns the slips of the pen among them, for the page to name.
 */
export function leaveOutUnknown(
  path: string,
  query: Query,
  known: readonly string[] = [],
): readonly ParameterProblem[] {
  const unknown = listUnknownParameters(query, known);
  leaveOut(path, query, unknown);
  return unknown;
}

/** The same, where the unknown ones are among the problems that a view found. */
export function leaveOut(path: string, query: Query, problems: readonly ParameterProblem[]): void {
  // The page names a slip of the pen, and what was probably meant.
  const unknown = problems
    .filter((problem) => problem.used === null && findSuggestion(problem) === null)
    .map(({ parameter }) => parameter);
  if (unknown.length === 0) return;
  const meant = listEntries(query).filter(([name]) => !unknown.includes(name));
  redirect(`${writeAddress(path, meant)}#${LEFT_OUT}`);
}

/** Empty on every page but at the addresses that end with its name, where the style writes its words. */
export function LeftOut() {
  return <p id={LEFT_OUT} data-words="This link has a setting we don’t know. It was ignored." />;
}

/** The end of addresses from which something was left out. */
const LEFT_OUT = 'left-out';

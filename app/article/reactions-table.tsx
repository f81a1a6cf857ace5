/** The market's reactions to results and other news, each figure leading to its evidence. */

import { toVendorHref } from '@/address/links';
import { type Reaction, type ReactionFigure, reactionColumns } from '@/subjects/article/reactions';
import { MISSING } from '@/units/format-value';
import { formatDate } from '@/units/period';
import { FiguresTable } from '../_ui/figures-table';
import { SourceLink } from '../_ui/source-link';

export function ReactionsTable({ reactions }: { reactions: readonly Reaction[] }) {
  const columns = Object.entries(reactionColumns) as [keyof typeof reactionColumns, string][];
  return (
    <FiguresTable
      caption="Reactions to results and other news"
      columns={[
        { label: 'News', wraps: true },
        { label: 'Company' },
        ...columns.map(([, label]) => ({ label })),
        { label: 'What to know', wraps: true },
        { label: 'Sources', wraps: true },
      ]}
      rows={reactions.map((reaction) => ({
        id: reaction.id,
        cells: [
          <News key="news" reaction={reaction} />,
          <a key="company" href={toVendorHref(reaction.company)}>
            {reaction.company_name}
          </a>,
          ...columns.map(([column]) => (
            <Figures key={column} figures={reaction.figures.get(column) ?? []} />
          )),
          reaction.notes.join(' ') || MISSING,
          <Sources key="sources" reaction={reaction} />,
        ],
      }))}
    />
  );
}

function News({ reaction: { date, event } }: { reaction: Reaction }) {
  return (
    <>
      {event}
      <span className="block text-muted">{formatDate(date)}</span>
    </>
  );
}

function Figures({ figures }: { figures: readonly ReactionFigure[] }) {
  if (figures.length === 0) return MISSING;
  return figures.map(({ text, isReported, evidence }) => (
    <span key={evidence} className="block">
      <a href={evidence}>{text}</a>
      {isReported && ' (only reported)'}
    </span>
  ));
}

function Sources({ reaction: { sources } }: { reaction: Reaction }) {
  return sources.map((source) => (
    <span key={source.source} className="block">
      <SourceLink source={source} />
    </span>
  ));
}

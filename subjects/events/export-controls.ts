/** Export controls as a story of their own, by who acted. */
import type { DatedGroup } from '@/charts/model';
import { listEvents } from '@/db/queries/events';
import { formatDate } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { joinSentences } from '@/views/sentences';
import { eventLanes, isConfirmed, toEventEntry } from './event-entries';
import { listExportControls } from './export-control-queries';

export const exportControlSteps = defineChart({
  slug: 'export-controls',
  name: 'Export controls on AI chips',
  section: 'timeline',
  question: 'What may be sold to China, and since when?',
  datasets: ['events', 'export-controls'],
  choices: {},
  build: async (orm) => {
    const [all, controls] = await Promise.all([listEvents(orm), listExportControls(orm)]);
    // What a single digest alone reports stands in the list of events, not among rules.
    const events = all.filter((event) => event.category === 'export-control' && isConfirmed(event));
    const oldestFirst = events.toReversed();
    const actors = [...new Set(oldestFirst.map(({ actor }) => actor))];
    const colors = { 'United States government': 'intel', Nvidia: 'nvidia' } as const;
    const groups = actors.map(
      (actor): DatedGroup => ({
        id: actor.toLowerCase().replaceAll(' ', '-'),
        label: actor.replace('Chinese government', 'China').replace(' government', ''),
        color: colors[actor as keyof typeof colors] ?? 'amd',
        entries: oldestFirst.filter((event) => event.actor === actor).map(toEventEntry),
      }),
    );
    // Rules and exceptions, not what companies or the press made of them.
    const [newest, first] = [controls[0], controls.at(-1)];
    const others = events.length - controls.length;
    return {
      title: 'Export controls by date',
      subtitle: 'Rules, letters and what followed, by who acted',
      summary: joinSentences(
        first && `The first control here is “${first.title}”, ${formatDate(first.date)}.`,
        newest && `The newest is “${newest.title}”, ${formatDate(newest.date)}.`,
        `${controls.length} controls and exceptions in all` +
          (others > 0 ? `, and ${others} drafts, filings and reports of what followed.` : '.'),
      ),
      model: { ...eventLanes, groupLabel: 'Actor', groups, notes: [] },
      reading: [
        'A control is a license requirement, with a presumption of denial for the chips of the A100 and H100 class until January 2026. It is not a ban by name.',
        'The tables below say what each rule covers and which chips are controlled since when.',
      ],
    };
  },
});

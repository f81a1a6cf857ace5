/** When accelerators came, vendor by vendor. */

import { groups } from 'd3-array';
import { choice } from '@/address/choices';
import { toChipHref } from '@/address/links';
import type { DatedEntry, DatedGroup } from '@/charts/model';
import { chips } from '@/data/chips/contract';
import { formatPeriod } from '@/units/period';
import { defineChart } from '@/views/published-chart';
import { joinSentences } from '@/views/sentences';
import {
  byDate,
  dated,
  groupByVendor,
  kindOfChip,
  PREVIEW,
  RELEASE,
  toEntry,
} from './chip-entries';
import { chipKinds, listMeasured } from './chip-measures';
import { type ChipRow, listChips } from './queries';

const VENDORS_SHOWN = 9;

export const chipLaunches = defineChart({
  slug: 'chip-launches',
  name: 'Accelerator launches',
  section: 'chips',
  question: 'Who launched what, and when?',
  datasets: [chips],
  choices: {
    lanes: choice('By', { vendor: 'Vendor', architecture: 'Nvidia architecture' }),
  },
  build: async (orm, { lanes }) => {
    const all = await listChips(orm);
    const names = new Map(all.map(({ chip, name }) => [chip, name]));
    const shown = listMeasured(all, () => 0).filter(
      ({ chip: { level, kind } }) =>
        level === 'model' && kind !== 'consumer-gpu' && kind !== 'workstation-gpu',
    );
    const entries = shown.map(({ chip }) => ({
      chip,
      entry: {
        ...toEntry(chip, null, [
          chipKinds[chip.kind],
          chip.architecture && (names.get(chip.architecture) ?? null),
        ]),
        detailHrefs: [null, chip.architecture && toChipHref(chip.architecture)],
      },
    }));
    const byVendor = await groupByVendor(orm, entries);
    const rest = byVendor.slice(VENDORS_SHOWN).flatMap((group) => group.entries);
    const shownGroups =
      lanes === 'architecture'
        ? groupByArchitecture(entries, names)
        : [
            ...byVendor.slice(0, VENDORS_SHOWN),
            ...(rest.length > 0
              ? [
                  {
                    id: 'rest',
                    label: 'Others',
                    color: 'other' as const,
                    entries: rest.sort(byDate),
                  },
                ]
              : []),
          ];
    const drawn = shownGroups.flatMap((group) => group.entries).sort(byDate);
    const launched = drawn.filter(({ kind }) => kind === 'measured');
    const [oldest, newest] = [launched[0], launched.at(-1)];
    const previews = drawn.length - launched.length;
    return {
      title: lanes === 'architecture' ? 'Nvidia launches by architecture' : 'Launches by vendor',
      subtitle: 'Accelerators for servers, by half year of release; names in the table',
      summary: joinSentences(
        oldest &&
          `${launched.length} accelerators for servers${lanes === 'architecture' ? ' of Nvidia' : ''} were launched since ${oldest.date.label.slice(0, 4)}.`,
        newest && `The newest is ${newest.label}, ${formatPeriod(newest.date.label)}.`,
        previews > 0 && `${previews} more are announced.`,
      ),
      model: {
        ...dated,
        shape: 'lanes',
        named: false,
        isGathered: true,
        groupLabel: lanes === 'architecture' ? 'Architecture' : 'Vendor',
        columns: [kindOfChip, { id: 'built_on', label: 'Built on' }],
        groups: shownGroups,
        notes: previews > 0 ? [PREVIEW] : [],
      },
      reading: [
        RELEASE,
        'The dots of a half year are stacked. Each can be read by hovering, and the table has their names.',
      ],
    };
  },
});

function groupByArchitecture(
  entries: readonly { chip: ChipRow; entry: DatedEntry }[],
  names: ReadonlyMap<string, string>,
): DatedGroup[] {
  const own = entries.filter(({ chip }) => chip.vendor === 'nvidia' && chip.architecture !== null);
  return groups(own, ({ chip }) => chip.architecture!)
    .map(([id, some]) => ({ id, members: some.map(({ entry }) => entry).sort(byDate) }))
    .sort((a, b) => byDate(a.members[0]!, b.members[0]!))
    .map(({ id, members }) => ({
      id,
      label: names.get(id) ?? id,
      href: toChipHref(id),
      color: 'nvidia',
      entries: members,
    }));
}

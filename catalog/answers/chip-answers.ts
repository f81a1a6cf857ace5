/** Answers about chips: what they are, what tells two of them apart, who makes them, where they may go. */

import { toHref } from '@/address/href';
import { toChipHref, toEventHref, toEvidenceHref, toVendorHref } from '@/address/links';
import type { Named } from '@/address/names';
import { chips } from '@/data/chips/contract';
import type { Orm } from '@/db/orm';
import { toShortName } from '@/subjects/chips/chip-entries';
import { exportStates, measures } from '@/subjects/chips/chip-measures';
import { type ChipRow, listChips, listVariants } from '@/subjects/chips/queries';
import { describeControl, listExportControls } from '@/subjects/events/export-controls';
import { formatFigure, MISSING, type Unit } from '@/units/format-value';
import { formatDate, isPartOf } from '@/units/period';
import { type Answer, type AnswerFigure, buildAnswer } from './answer';
import { type Asked, hasOthers, isOneOf, listChipsNamed } from './asked';

/** A chip with its variants: a model’s figures stand on these where it has none of its own. */
export interface Chip {
  readonly named: Pick<Named, 'row' | 'name' | 'href'>;
  readonly rows: readonly ChipRow[];
}

interface Specification {
  readonly label: string;
  /** Words that ask for it. */
  readonly topics: string;
  readonly unit: Unit | null;
  readonly read: (chip: ChipRow) => number | string | null;
  /** Words that ask for it where chips are compared. */
  readonly topicsOfSeveral?: string;
  /** Not shown unless it is asked for. */
  readonly isSmall?: true;
}

export const SPECIFICATIONS: readonly Specification[] = [
  {
    label: 'Launched',
    topics: 'launch launched released release date age come out',
    unit: null,
    read: ({ launch_date }) => launch_date && formatDate(launch_date),
  },
  { ...measures.memory, topics: 'memory gb hbm' },
  { ...measures.bandwidth, topics: 'bandwidth memory' },
  { ...measures.fp16, topics: 'tflops fp16 half compute' },
  { ...measures.bf16, topics: 'bf16', isSmall: true },
  { ...measures.fp8, topics: 'tflops fp8 compute' },
  { ...measures.int8, topics: 'int8 tops', isSmall: true },
  { ...measures.fp32, topics: 'fp32', isSmall: true },
  { ...measures.power, topics: 'power watt consumption' },
  {
    label: 'Process',
    topics: 'process node nm nanometer',
    unit: 'nm',
    read: ({ process_nm }) => process_nm,
    isSmall: true,
  },
  {
    label: 'Transistors',
    topics: 'transistors transistor',
    unit: 'billion',
    read: ({ transistors_billion }) => transistors_billion,
    isSmall: true,
  },
  {
    label: 'Launch price',
    // Of a single chip there is an answer of its own.
    topics: '',
    topicsOfSeveral: 'price cost',
    unit: 'USD',
    read: ({ launch_price_usd }) => launch_price_usd,
  },
  {
    label: 'Export to China',
    // Who asks for it is answered by the rules.
    topics: '',
    unit: null,
    read: ({ export_controlled_to_china: state }) => state && exportStates[state],
  },
];

/** Words that ask for all of them. */
const ALL = 'specifications specs spec chip gpu accelerator better faster difference best'.split(
  ' ',
);

/** One chip’s specifications, or those of two to four next to each other. */
export async function answerSpecifications(orm: Orm, asked: Asked): Promise<Answer | null> {
  const named = listChipsNamed(asked);
  if (named.length === 0 || named.length > MOST_CHIPS || hasOthers(asked, named)) return null;
  const listTopics = ({ topics, topicsOfSeveral = '' }: Specification) =>
    (named.length > 1 ? `${topics} ${topicsOfSeveral}` : topics).split(' ');
  const wanted = SPECIFICATIONS.filter((one) =>
    asked.rest.some((word) => isOneOf(word, listTopics(one))),
  );
  const isKnown = (word: string) =>
    isOneOf(word, ALL) || wanted.some((one) => isOneOf(word, listTopics(one)));
  if (asked.period !== null || !asked.rest.every(isKnown)) return null;
  const all = await Promise.all(named.map((one) => readChip(orm, one)));
  const shown = wanted.length > 0 ? wanted : SPECIFICATIONS.filter(({ isSmall }) => !isSmall);
  const figures = shown.flatMap((one): AnswerFigure[] => {
    const values = all.map((chip) => readSpecification(chip, one));
    if (values.every((value) => value === null)) return [];
    return [
      {
        label: one.label,
        values: values.map((value) => value ?? MISSING),
        detail: null,
        href: all.length === 1 ? toEvidenceHref(chips, firstWith(all[0]!, one)) : null,
      },
    ];
  });
  const names = all.map(({ named: { name } }) => toShortName(name));
  const [only] = all.length === 1 ? named : [];
  return buildAnswer(orm, {
    title: only ? `${names[0]}` : `Compare ${names.join(' and ')}`,
    columns: only ? [] : named.map(({ href }, at) => ({ label: names[at]!, href })),
    figures,
    sources: all.flatMap(({ rows }) => rows.map(({ source }) => source)),
    links: [
      only
        ? { label: 'All of this chip', href: only.href }
        : {
            label: 'With prices, rents, owners and papers',
            href: toHref('/chips/compare', { chips: named.map(({ row }) => row).join('~') }),
          },
    ],
  });
}

const MOST_CHIPS = 4;

/** "40 GB", "40–80 GB" where variants differ; null where nobody says. */
export function readSpecification({ rows }: Chip, { read, unit }: Specification): string | null {
  const values = rows.flatMap((row) => read(row) ?? []);
  if (values.length === 0) return null;
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length === 0) return String(values[0]);
  const write = (value: number) => formatFigure(value, unit);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  return low === high ? write(low) : `${formatValueAlone(low, unit)}–${write(high)}`;
}

/** "40" of "40 GB": the unit stands behind the second end. */
function formatValueAlone(value: number, unit: Unit | null): string {
  const text = formatFigure(value, unit);
  return text.startsWith('$') ? text : text.replace(/ \D+$/, '');
}

const firstWith = ({ rows }: Chip, { read }: Specification): ChipRow =>
  rows.find((row) => read(row) !== null) ?? rows[0]!;

/** A chip’s own row; of a model without figures of its own those of its variants. */
export async function readChip(
  orm: Orm,
  named: Pick<Named, 'row' | 'name' | 'href'>,
): Promise<Chip> {
  const rows = await listVariants(orm, named.row);
  const own = rows.filter(({ chip }) => chip === named.row);
  const isDescribed = own.some(({ memory_gb, power_w }) => memory_gb !== null || power_w !== null);
  const variants = rows.filter(({ level }) => level === 'variant');
  return { named, rows: isDescribed || variants.length === 0 ? own : [...own, ...variants] };
}

const MAKER = 'make maker designer design manufacturer vendor company build produce'.split(' ');

/** Who designs a chip. */
export async function answerMaker(orm: Orm, asked: Asked): Promise<Answer | null> {
  const [named, second] = listChipsNamed(asked);
  const asksMaker = asked.rest.length > 0 && asked.rest.every((word) => isOneOf(word, MAKER));
  if (!named || second || !asksMaker || hasOthers(asked, [named])) return null;
  const [row] = await listVariants(orm, named.row);
  if (!row) return null;
  const vendor = asked.names.nameOf('vendors', row.vendor);
  return buildAnswer(orm, {
    title: toShortName(named.name),
    figures: [
      { label: 'Designed by', values: [vendor], detail: null, href: toVendorHref(row.vendor) },
    ],
    sources: [row.source],
    links: [
      { label: `All of ${vendor}`, href: toVendorHref(row.vendor) },
      { label: toShortName(named.name), href: toChipHref(row.chip) },
    ],
  });
}

const CONTROL =
  'export exported control controlled china chinese rule legal allowed may sale sell sold us chip gpu accelerator under which'.split(
    ' ',
  );

/** How export of a chip stands; without a chip, the newest rules. */
export async function answerExportControl(orm: Orm, asked: Asked): Promise<Answer | null> {
  const named = listChipsNamed(asked);
  const isAbout = asked.rest.some((word) => isOneOf(word, ['export', 'china']));
  if (!isAbout || !asked.rest.every((word) => isOneOf(word, CONTROL))) return null;
  if (hasOthers(asked, named)) return null;
  const links = [{ label: 'Rules and chips', href: '/timeline/export-controls' }];
  if (named.length === 0) {
    if (!asked.rest.some((word) => isOneOf(word, RULE))) return null;
    const { period } = asked;
    const rules = await listExportControls(orm);
    const newest = rules
      .filter(({ date }) => period === null || isPartOf(date, period))
      .slice(0, MOST_RULES);
    return buildAnswer(orm, {
      title: 'Export controls on AI chips',
      figures: newest.map((one) => ({
        label: formatDate(one.date),
        values: [one.title],
        detail: one.countries,
        href: toEventHref(one.event),
      })),
      sources: newest.map(({ source }) => source),
      links,
    });
  }
  const all = await Promise.all(named.slice(0, MOST_CHIPS).map((one) => readChip(orm, one)));
  const figures = all.flatMap(({ named: { name }, rows }): AnswerFigure[] => {
    const sentence = describeControl(rows);
    const row = rows.find(({ export_controlled_to_china: one }) => one !== null);
    const state = row?.export_controlled_to_china;
    if (!sentence || !row || !state) return [];
    return [
      {
        label: toShortName(name),
        values: [exportStates[state]],
        detail: sentence.replace(/^Export to China: (.*)\.$/, '$1'),
        href: toEvidenceHref(chips, row),
      },
    ];
  });
  return buildAnswer(orm, {
    title: 'Export to China',
    figures,
    sources: all.flatMap(({ rows }) => rows.map(({ source }) => source)),
    links,
  });
}

const MOST_RULES = 3;
const RULE = 'control controlled rule exported allowed may legal sell sold'.split(' ');

/** Words that ask for the chip with the most of something, and of what where they say it alone. */
const MOST = 'most highest largest fastest powerful strongest greatest top best'.split(' ');
const FAST = 'fastest powerful strongest fast speed'.split(' ');

/** "Fastest GPU", "chip with the most memory": released chips with the most of it. */
export async function answerTopChips(orm: Orm, asked: Asked): Promise<Answer | null> {
  const { rest, things, period } = asked;
  const vendors = things.flatMap((rows) => rows.find(({ dataset }) => dataset === 'vendors') ?? []);
  if (vendors.length < things.length || vendors.length > 1 || period !== null) return null;
  const asks = (words: readonly string[]) => rest.some((word) => isOneOf(word, words));
  const wanted = SPECIFICATIONS.find(
    ({ topics, unit }) =>
      unit !== null && unit !== 'nm' && topics !== '' && asks(topics.split(' ')),
  );
  const shown =
    wanted ??
    (asks(FAST) ? SPECIFICATIONS.find(({ label }) => label === measures.fp16.label) : undefined);
  const known = [...ALL, ...MOST, ...FAST, 'ai', ...(shown?.topics.split(' ') ?? [])];
  const isAsked = asks(MOST) && asks(['chip', 'gpu', 'accelerator']);
  if (!shown || !isAsked || !rest.every((word) => isOneOf(word, known))) return null;
  const [vendor] = vendors;
  const rows = (await listChips(orm)).flatMap((chip) => {
    const value = shown.read(chip);
    const isOffered = chip.level !== 'bucket' && chip.launch_kind === 'release';
    const isOwn = vendor === undefined || chip.vendor === vendor.row;
    return typeof value === 'number' && isOffered && isOwn ? [{ chip, value }] : [];
  });
  const top = rows.toSorted((a, b) => b.value - a.value).slice(0, MOST_CHIPS);
  return buildAnswer(orm, {
    title: `Chips by ${shown.label}, highest first`,
    note: 'Released chips. Peak rates are the makers’ own, of dense matrices.',
    figures: top.map(({ chip, value }) => ({
      label: toShortName(chip.name),
      values: [formatFigure(value, shown.unit)],
      detail: chip.launch_date && formatDate(chip.launch_date),
      href: toEvidenceHref(chips, chip),
    })),
    sources: top.map(({ chip }) => chip.source),
    links: [{ label: 'All chips', href: '/chips' }],
  });
}

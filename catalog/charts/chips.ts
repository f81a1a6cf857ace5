/** What the chips are: when they came, what they can do, and for what power and price. */
import { getShade, getVendorColour } from '@/charts/colours';
import type { DatedEntry, DatedGroup, DatedModel } from '@/charts/model';
import { chips } from '@/data/chips/contract';
import { type ChipRow, listChips } from '@/db/queries/chips';
import { getVendorNames } from '@/db/queries/names';
import { formatValue, type Unit } from '@/units/format-value';
import { formatPeriod, parsePeriod } from '@/units/period';
import { chipKinds, priceKindColours, priceKinds } from '../chip-groups';
import { toEvidenceHref } from '../evidence-address';
import { choice, type Option } from '../parameters';
import { defineChart } from '../published-chart';
import { joinSentences } from '../sentences';

const RATES =
  'All rates are dense peaks from data sheets; the sparse rates that vendors print are twice as high and are never mixed in.';
const RELEASE = 'Dates are releases, often months after the announcement.';

interface Measure {
  readonly label: string;
  readonly unit: Unit;
  readonly read: (chip: ChipRow) => number | null;
}

const measures = {
  fp16: {
    label: 'FP16',
    unit: 'TFLOPS',
    read: ({ fp16_dense_tflops }) => fp16_dense_tflops,
  },
  bf16: { label: 'BF16', unit: 'TFLOPS', read: ({ bf16_dense_tflops }) => bf16_dense_tflops },
  fp8: { label: 'FP8', unit: 'TFLOPS', read: ({ fp8_dense_tflops }) => fp8_dense_tflops },
  int8: { label: 'INT8', unit: 'TOPS', read: ({ int8_dense_tops }) => int8_dense_tops },
  fp32: { label: 'FP32', unit: 'TFLOPS', read: ({ fp32_tflops }) => fp32_tflops },
  memory: { label: 'Memory', unit: 'GB', read: ({ memory_gb }) => memory_gb },
  bandwidth: {
    label: 'Memory bandwidth',
    unit: 'GB/s',
    read: ({ memory_bandwidth_gb_per_s }) => memory_bandwidth_gb_per_s,
  },
  power: { label: 'Power', unit: 'W', read: ({ power_w }) => power_w },
} satisfies Record<string, Measure>;

type MeasureName = keyof typeof measures;

const measureOptions: readonly Option[] = Object.entries(measures).map(([value, { label }]) => ({
  value,
  label,
}));

const specifications = [
  ...Object.values(measures).map(({ read }) => read),
  ({ launch_price_usd }: ChipRow) => launch_price_usd,
];

/** The chips that the catalogue shows: those with a figure of their own. */
export function isDescribed(chip: ChipRow): boolean {
  const isOne = chip.level === 'model' || chip.level === 'variant';
  return isOne && specifications.some((read) => read(chip) !== null);
}

/** Chips with a launch and the figure asked for. */
function listMeasured(chips: readonly ChipRow[], read: Measure['read']) {
  return chips.flatMap((chip) => {
    const value = read(chip);
    const date = chip.launch_date === null ? null : parsePeriod(chip.launch_date);
    return value === null || date === null ? [] : [{ chip, value, date }];
  });
}

function toEntry(chip: ChipRow, value: number | null, details: readonly string[]): DatedEntry {
  return {
    id: chip.chip,
    label: toShortName(chip.name),
    href: `/chips/${chip.chip}`,
    date: parsePeriod(chip.launch_date!)!,
    value,
    kind: chip.note?.startsWith('Vendor preview') ? 'projection' : 'measured',
    details,
    source: chip.source,
    note: chip.note,
    evidence: toEvidenceHref(chips, chip),
  };
}

/** "V100 16 GB" for "Tesla V100 (SXM2 16 GB)": in a picture the rest says little. */
export function toShortName(name: string): string {
  return name
    .replace(/^(GeForce|Tesla|Radeon Instinct|Instinct|Habana) /, '')
    .replace(/^Wafer Scale Engine /, 'WSE-')
    .replace(/ \(SXM\d (\d+ GB)\)$/, ' $1')
    .replace(/ \(.*\)$/, '');
}

async function groupByVendor(
  orm: Parameters<typeof getVendorNames>[0],
  entries: readonly { chip: ChipRow; entry: DatedEntry }[],
): Promise<DatedGroup[]> {
  const names = await getVendorNames(orm);
  const sizes = new Map<string, number>();
  for (const { chip } of entries) sizes.set(chip.vendor, (sizes.get(chip.vendor) ?? 0) + 1);
  return [...sizes]
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .map(([vendor]) => ({
      id: vendor,
      label: names.get(vendor) ?? vendor,
      colour: getVendorColour(vendor),
      entries: entries
        .filter(({ chip }) => chip.vendor === vendor)
        .map(({ entry }) => entry)
        .sort((a, b) => a.date.start.localeCompare(b.date.start)),
    }));
}

const dated = {
  unit: 'accelerators',
  scale: 'linear',
  valueLabel: 'Value',
  entryLabel: 'Chip',
  groupLabel: 'Vendor',
  columns: [],
  named: true,
  notes: [],
} satisfies Partial<DatedModel>;

const VENDORS_SHOWN = 9;

export const chipLaunches = defineChart({
  slug: 'chip-launches',
  name: 'Accelerator launches',
  section: 'chips',
  question: 'Who launched what, and when?',
  datasets: ['chips'],
  choices: {
    lanes: choice('By', [
      { value: 'vendor', label: 'Vendor' },
      { value: 'architecture', label: 'Nvidia architecture' },
    ]),
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
      entry: toEntry(chip, null, [
        chipKinds[chip.kind],
        chip.architecture ? (names.get(chip.architecture) ?? '') : '',
      ]),
    }));
    const byVendor = await groupByVendor(orm, entries);
    const rest = byVendor.slice(VENDORS_SHOWN).flatMap((group) => group.entries);
    const groups =
      lanes === 'architecture'
        ? groupByArchitecture(entries, names)
        : [
            ...byVendor.slice(0, VENDORS_SHOWN),
            ...(rest.length > 0
              ? [
                  {
                    id: 'rest',
                    label: 'Others',
                    colour: 'other' as const,
                    entries: rest.sort((a, b) => a.date.start.localeCompare(b.date.start)),
                  },
                ]
              : []),
          ];
    const newest = entries
      .map(({ entry }) => entry)
      .sort(byDate)
      .at(-1);
    return {
      title: lanes === 'architecture' ? 'Nvidia launches by architecture' : 'Launches by vendor',
      subtitle: 'Accelerators for servers, by release',
      summary: joinSentences(
        `${shown.length} accelerators for servers were launched since ${
          entries
            .map(({ entry }) => entry)
            .sort(byDate)[0]
            ?.date.label.slice(0, 4) ?? ''
        }.`,
        newest && `The newest is ${newest.label}, ${formatPeriod(newest.date.label)}.`,
      ),
      model: {
        ...dated,
        shape: 'lanes',
        groupLabel: lanes === 'architecture' ? 'Architecture' : 'Vendor',
        columns: ['Sort', 'Built on'],
        groups,
      },
      reading: [
        RELEASE,
        'Names stand where there is room; every dot can be read by hovering or in the table.',
      ],
      asOf: newest?.date.label ?? '',
    };
  },
});

const byDate = (a: DatedEntry, b: DatedEntry) => a.date.start.localeCompare(b.date.start);

function groupByArchitecture(
  entries: readonly { chip: ChipRow; entry: DatedEntry }[],
  names: ReadonlyMap<string, string>,
): DatedGroup[] {
  const groups = new Map<string, DatedEntry[]>();
  for (const { chip, entry } of entries) {
    if (chip.vendor !== 'nvidia' || chip.architecture === null) continue;
    groups.set(chip.architecture, [...(groups.get(chip.architecture) ?? []), entry]);
  }
  return [...groups]
    .map(([id, members]) => ({ id, members: members.sort(byDate) }))
    .sort((a, b) => byDate(a.members[0]!, b.members[0]!))
    .map(({ id, members }, index) => ({
      id,
      label: names.get(id) ?? id,
      colour: getShade('nvidia', index),
      entries: members,
    }));
}

export const chipSpecifications = defineChart({
  slug: 'chip-specifications',
  name: 'Chip specifications by launch',
  section: 'chips',
  question: 'How fast did accelerators grow?',
  datasets: ['chips'],
  choices: {
    measure: choice('Show', measureOptions),
    scale: choice('Scale', [
      { value: 'log', label: 'Log' },
      { value: 'linear', label: 'Linear' },
    ]),
  },
  build: async (orm, { measure = '', scale }) => {
    const { label, unit, read } = measures[measure as MeasureName];
    // Wafers hold a thousand times a chip's bandwidth on the silicon itself; on
    // one axis they would press all others into a line.
    const found = listMeasured(await listChips(orm), read).filter(
      ({ chip }) => measure !== 'bandwidth' || chip.memory_type !== 'SRAM',
    );
    const groups = await groupByVendor(
      orm,
      found.map(({ chip, value }) => ({
        chip,
        entry: toEntry(chip, value, [chipKinds[chip.kind]]),
      })),
    );
    const sorted = found.toSorted((a, b) => a.date.start.localeCompare(b.date.start));
    const most = found.toSorted((a, b) => b.value - a.value)[0];
    const first = sorted[0];
    return {
      title: `${label} by launch date`,
      subtitle: `${unit} per accelerator, by release`,
      summary:
        first && most
          ? `The oldest chip here, ${toShortName(first.chip.name)} of ${formatPeriod(first.date.label)}, has ${formatValue(first.value, unit)}; the most is ${formatValue(most.value, unit)}, ${toShortName(most.chip.name)} of ${formatPeriod(most.date.label)}.`
          : 'There is no figure.',
      model: {
        ...dated,
        shape: 'scatter',
        unit,
        scale: scale === 'linear' ? 'linear' : 'log',
        valueLabel: label,
        columns: ['Sort'],
        groups,
        notes: [
          'A hollow dot is a vendor’s preview of a chip to come.',
          ...(measure === 'bandwidth'
            ? ['Chips that keep their memory on the silicon are left out.']
            : []),
        ],
      },
      reading: [
        RATES,
        RELEASE,
        'GB200 and GB300 count per GPU, Rubin per package of two dies. FP16 of the oldest chips is not a matrix rate. TPUs have BF16 only.',
      ],
      asOf: sorted.at(-1)?.date.label ?? '',
    };
  },
});

const byPrice: readonly Option[] = Object.entries(priceKinds).map(([value, label]) => ({
  value,
  label,
}));

/** 16-bit matrix rate: FP16, or BF16 where a chip has no other. */
function read16Bit({ fp16_dense_tflops, bf16_dense_tflops }: ChipRow): number | null {
  return fp16_dense_tflops ?? bf16_dense_tflops;
}

export const chipEfficiency = defineChart({
  slug: 'chip-efficiency',
  name: 'Performance per watt and per dollar',
  section: 'chips',
  question: 'How much computing do a watt and a dollar buy?',
  datasets: ['chips'],
  choices: {
    per: choice('Per', [
      { value: 'watt', label: 'Watt' },
      ...byPrice.map(({ value, label }) => ({ value, label: `Dollar: ${label.toLowerCase()}` })),
    ]),
  },
  build: async (orm, { per = 'watt' }) => {
    const chips = await listChips(orm);
    const unit = per === 'watt' ? 'GFLOPS per W' : 'GFLOPS per USD';
    const found = listMeasured(chips, (chip) => {
      const rate = read16Bit(chip);
      const cost =
        per === 'watt' ? chip.power_w : chip.price_kind === per ? chip.launch_price_usd : null;
      return rate === null || !cost ? null : (rate * 1000) / cost;
    });
    const groups = await groupByVendor(
      orm,
      found.map(({ chip, value }) => ({
        chip,
        entry: {
          ...toEntry(chip, value, [chipKinds[chip.kind]]),
          note: 'Computed by us from figures of the chip.',
        },
      })),
    );
    const best = found.toSorted((a, b) => b.value - a.value)[0];
    const kind = per === 'watt' ? null : priceKinds[per as keyof typeof priceKinds];
    return {
      title: kind ? `16-bit rate per dollar (${kind.toLowerCase()})` : '16-bit rate per watt',
      subtitle: `${unit.replace('USD', 'US dollar').replace('W', 'watt')}, dense, by release`,
      summary: best
        ? `${found.length} chips have both figures; the most is ${formatValue(best.value, unit)}, ${toShortName(best.chip.name)}.`
        : 'No chip has both figures.',
      model: {
        ...dated,
        shape: 'scatter',
        unit,
        scale: 'log',
        valueLabel: kind ? 'Per dollar' : 'Per watt',
        columns: ['Sort'],
        groups,
        notes: kind
          ? ['Computed by us from rate and price. Only prices of one kind are compared.']
          : ['Computed by us from rate and thermal design power.'],
      },
      reading: [
        RATES,
        'Prices of different kinds are never drawn together: a list price, a reseller’s price, an estimate and a share of a server (with its CPUs and networking) differ by more than the chips do.',
        'The rate is FP16, or BF16 where a chip has no FP16. On chips before V100 it is not a matrix rate.',
      ],
      asOf:
        found
          .map(({ date }) => date.label)
          .sort()
          .at(-1) ?? '',
    };
  },
});

/** One chip for each of Nvidia's data-centre generations, as the issue of each was sold to most. */
const GENERATIONS = [
  'k80',
  'p100-sxm2',
  'v100-16gb',
  'a100-40gb',
  'h100-sxm',
  'b200',
  'rubin-vr200',
] as const;

/** The best 16-bit rate a chip had, or its FP32 rate before there was another. */
function readGenerationRate(chip: ChipRow): number | null {
  return read16Bit(chip) ?? chip.fp32_tflops;
}

const generationMeasures = {
  rate: { label: 'Computing', unit: 'TFLOPS', read: readGenerationRate },
  memory: measures.memory,
  bandwidth: measures.bandwidth,
  power: measures.power,
} satisfies Record<string, Measure>;

export const nvidiaGenerations = defineChart({
  slug: 'nvidia-generations',
  name: 'Nvidia’s generations from K80 to Rubin',
  section: 'chips',
  question: 'What did each Nvidia generation add?',
  datasets: ['chips'],
  choices: {
    gain: choice(
      'Show',
      Object.entries(generationMeasures).map(([value, { label }]) => ({ value, label })),
    ),
  },
  build: async (orm, { gain = 'rate' }) => {
    const { label, unit, read } = generationMeasures[gain as keyof typeof generationMeasures];
    const chips = new Map((await listChips(orm)).map((chip) => [chip.chip, chip]));
    const line = listMeasured(
      GENERATIONS.flatMap((slug) => chips.get(slug) ?? []),
      read,
    );
    const entries = line.map(({ chip, value }, index) => {
      const before = line[index - 1];
      const factor = before ? formatValue(value / before.value, 'times') : '';
      const entry = toEntry(chip, value, [
        factor,
        line[0] ? formatValue(value / line[0].value, 'times') : '',
      ]);
      return { ...entry, label: factor ? `${entry.label} ${factor}` : entry.label };
    });
    const [first, last] = [line[0], line.at(-1)];
    return {
      title: `${label} of Nvidia’s data-centre generations`,
      subtitle: `${unit} per accelerator; the factor is against the generation before`,
      summary:
        first && last
          ? `From ${toShortName(first.chip.name)} (${formatPeriod(first.date.label)}) to ${toShortName(last.chip.name)} (${formatPeriod(last.date.label)}) ${gain === 'rate' ? 'computing' : label.toLowerCase()} went from ${formatValue(first.value, unit)} to ${formatValue(last.value, unit)}, ${formatValue(last.value / first.value, 'times')}.`
          : 'There is no figure.',
      model: {
        ...dated,
        shape: 'scatter',
        unit,
        scale: 'log',
        valueLabel: label,
        groupLabel: 'Line',
        columns: ['Against the one before', 'Against the first'],
        groups: [
          {
            id: 'nvidia',
            label: 'Nvidia',
            colour: 'nvidia',
            entries,
            line: line.map(({ date, value }) => ({ date, value })),
          },
        ],
        notes: ['The hollow dot is a vendor’s preview.'],
      },
      reading: [
        ...(gain === 'rate'
          ? [
              'Computing is the dense 16-bit rate, and FP32 for the K80, which had no faster 16-bit format. The step to V100 is mostly its matrix units.',
            ]
          : []),
        'One chip stands for each generation: the SXM form where there is one. Rubin is a package of two dies.',
        RATES,
      ],
      asOf: last?.date.label ?? '',
    };
  },
});

export const chipPrices = defineChart({
  slug: 'chip-prices',
  name: 'Chip prices near launch',
  section: 'prices',
  question: 'What did the chips cost?',
  datasets: ['chips'],
  choices: {
    chips: choice('Chips', [
      { value: 'servers', label: 'For servers' },
      { value: 'desktop', label: 'Desktop and workstation' },
      { value: 'all', label: 'All' },
    ]),
  },
  build: async (orm, { chips: which }) => {
    const isDesktop = ({ kind }: ChipRow) => kind === 'consumer-gpu' || kind === 'workstation-gpu';
    const found = listMeasured(
      await listChips(orm),
      ({ launch_price_usd }) => launch_price_usd,
    ).filter(({ chip }) => which === 'all' || isDesktop(chip) === (which === 'desktop'));
    const groups = Object.entries(priceKinds).map(
      ([kind, label]): DatedGroup => ({
        id: kind,
        label,
        colour: priceKindColours[kind as keyof typeof priceKinds],
        entries: found
          .filter(({ chip }) => chip.price_kind === kind)
          .map(({ chip, value }) => toEntry(chip, value, [chipKinds[chip.kind]]))
          .sort(byDate),
      }),
    );
    const dearest = found.toSorted((a, b) => b.value - a.value)[0];
    return {
      title: 'Price per chip by launch date',
      subtitle: 'US dollars per accelerator near launch, by kind of price',
      summary: dearest
        ? `${found.length} chips have a price. The highest is ${formatValue(dearest.value, 'USD')}, ${dearest.chip.name} (${priceKinds[dearest.chip.price_kind!].toLowerCase()}).`
        : 'There is no figure.',
      model: {
        ...dated,
        shape: 'scatter',
        unit: 'USD',
        scale: 'log',
        valueLabel: 'Price',
        groupLabel: 'Kind of price',
        columns: ['Sort'],
        groups,
        notes: ['No line joins the dots: prices of different kinds do not compare.'],
      },
      reading: [
        'Data-centre parts seldom have a list price. A share of a server holds its CPUs, memory and networking too.',
        RELEASE,
      ],
      asOf:
        found
          .map(({ date }) => date.label)
          .sort()
          .at(-1) ?? '',
    };
  },
});

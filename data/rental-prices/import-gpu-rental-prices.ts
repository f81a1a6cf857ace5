/**
 * gpurentalprices.com, a day's offers → the lowest price of each provider, chip and term.
 * The publisher reads price pages by machine: an offer that it could not read again that
 * day, or whose memory is not that of the chip it names, is no price of the chip.
 */

import type { CsvRow } from '../contract';
import type { Importer, ImportInput } from '../importer';
import { type JsonPlace, readPublisherJson, writeNumber } from '../publisher-file';
import { citeSeries } from '../sources/cite-vintage';

export const gpuRentalPrices: Importer = {
  upstream: 'gpu-rental-prices',
  title: 'gpurentalprices.com',
  wants: 'days of data/snapshots of github.com/adriannutiu/gpu-rental-prices',
  picks: /^\d{4}-\d{2}-\d{2}.*\.json$/,
  replaces: 'prices of the same days from the same publisher.',
  read: readGpuRentalPrices,
};

function readGpuRentalPrices(input: ImportInput) {
  const { files, today, report, rowsOf } = input;
  const memory = new Map(
    rowsOf('chips').map(({ chip = '', memory_gb }) => [chip, Number(memory_gb) || null]),
  );
  const days = files.flatMap((file) => {
    const data = readPublisherJson(file, report);
    if (!data) return [];
    const date = data.get('date').text();
    const offers = data.get('offers').items();
    return [{ date, offers: offers.flatMap((offer) => readOffer(offer, { date, memory, input })) }];
  });
  const dates = new Set(days.map(({ date }) => date));
  const vintage = [...dates].sort().at(-1) ?? '';
  const cited = citeSeries(rowsOf('sources'), {
    source: `gpurentalprices-com-${vintage.slice(0, 4)}`,
    publisher: 'gpurentalprices.com',
    title: `GPU rental prices, daily snapshots of ${vintage.slice(0, 4)}`,
    url: 'https://gpurentalprices.com/data',
    newest: vintage,
    retrieved: today,
    note: 'Kept at https://github.com/adriannutiu/gpu-rental-prices; each offer names the page of its provider.',
  });
  return {
    vintage,
    tables: [
      cited.table,
      {
        dataset: 'rental-prices',
        scope: (row: CsvRow) => row.source === cited.source && dates.has(row.date ?? ''),
        match: ['date', 'provider', 'chip', 'term'],
        owns: ['provider_kind', 'price_usd_per_hour', 'price_page'],
        rows: days.flatMap(({ offers }) => toLowest(offers, cited.source)),
        block: () => true,
        order: ['date', 'provider', 'provider_kind', 'chip', 'term'],
      },
    ],
  };
}

interface Offer {
  readonly row: CsvRow;
  readonly price: number;
  /** The provider's page; blank where none is named. */
  readonly page: string;
  /** What a reader must know of the offer; blank for an ordinary one. */
  readonly note: string;
}

interface OfferContext {
  readonly date: string;
  /** Memory of a chip in GB; null where we do not know it. */
  readonly memory: ReadonlyMap<string, number | null>;
  readonly input: ImportInput;
}

/** Vendors and providers round memory differently; another chip is farther off than this. */
const MEMORY_TOLERANCE = 0.25;

function readOffer(offer: JsonPlace, { date, memory, input }: OfferContext): Offer[] {
  const { names, leaveOut } = input;
  const kind = offer.get('kind').text();
  const term = names.find('term', toTerm(offer, kind));
  if (!term) return [];
  if (offer.get('fetched_at').text().slice(0, 10) < date) {
    leaveOut('Carried forward from an earlier day');
    return [];
  }
  const provider = offer.get('provider').text();
  const gpu = offer.get('gpu').text();
  if (names.isIgnored('cell', `${date} ${provider} ${kind} ${gpu}: price_usd_per_hour`)) return [];
  const name = names.find('provider', `${provider}: ${kind}`, provider);
  const providerKind = names.find('provider-kind', `${provider}: ${kind}`, provider);
  const chip = names.find('chip', gpu);
  const price = offer.get('usd_hr').number();
  if (!name || !providerKind || !chip || price === null) return [];
  const [known, said] = [memory.get(chip), offer.has('vram_gb') ? readMemory(offer) : null];
  if (known && said && Math.abs(said / known - 1) > MEMORY_TOLERANCE) {
    leaveOut(`Memory contradicts the chip (${chip} with ${said} GB)`);
    return [];
  }
  const least = offer.has('min_gpus') ? (offer.get('min_gpus').number() ?? 1) : 1;
  const stock = offer.has('availability') ? offer.get('availability').text() : '';
  const notes = [
    least > 1 ? `at least ${least} at a time` : '',
    stock === '' || stock === 'in-stock' ? '' : stock,
  ];
  return [
    {
      row: { date, provider: name, provider_kind: providerKind, chip, term },
      price,
      page: offer.has('source_url') ? offer.get('source_url').text() : '',
      note: notes.filter(Boolean).join('; '),
    },
  ];
}

const readMemory = (offer: JsonPlace) => offer.get('vram_gb').number();

/** "spot", or of a reservation also for how long: "reserved: 12 months". */
function toTerm(offer: JsonPlace, kind: string): string {
  if (!offer.has('commitment')) return kind;
  const commitment = offer.get('commitment');
  if (!commitment.has('months')) return kind;
  const months = commitment.get('months').number();
  return `${kind}: ${months} ${months === 1 ? 'month' : 'months'}`;
}

/** One row a provider, chip and term: the lowest, with the highest in the note. */
function toLowest(offers: readonly Offer[], source: string): CsvRow[] {
  const groups = new Map<string, Offer[]>();
  for (const offer of offers) {
    const key = Object.values(offer.row).join('\n');
    groups.set(key, [...(groups.get(key) ?? []), offer]);
  }
  return [...groups.values()].flatMap((group): CsvRow[] => {
    const [lowest, ...others] = group.toSorted((a, b) => a.price - b.price);
    if (!lowest) return [];
    const highest = others.at(-1);
    const listings = highest
      ? `lowest of ${group.length} listings (highest ${writeNumber(highest.price)})`
      : '';
    return [
      {
        ...lowest.row,
        ...{ price_usd_per_hour: writeNumber(lowest.price), standing: 'verified', source },
        price_page: lowest.page,
        note: [lowest.note, listings].filter(Boolean).join('; '),
      },
    ];
  });
}

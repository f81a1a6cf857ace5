/** Where a data center is, as Epoch AI's lists of sites say it: some with coordinates, some without. */
import type { PublisherRow } from '../publisher-file';

/** Columns that not every vintage of the list has. */
export const PLACE_COLUMNS = {
  latitude: { names: ['Latitude'], optional: true },
  longitude: { names: ['Longitude'], optional: true },
  address: { names: ['Address'], optional: true },
} as const;

interface Place {
  readonly place: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly place_basis: string;
}

/** The publisher's coordinates before what we have, and the name of the place that we have. */
export function readPlace(row: PublisherRow<keyof typeof PLACE_COLUMNS>, ours: Place): Place {
  const place = ours.place || readTown(row.text('address'));
  const [latitude, longitude] = (['latitude', 'longitude'] as const).map((id) => {
    const degrees = parseDegrees(row.text(id));
    if (degrees === undefined) row.reject(id, 'is no place', 'Expected 35°03\'35"N or 35.06.');
    return degrees ?? null;
  });
  // Without a name a point says nothing to a reader; the editor adds it.
  if (latitude == null || longitude == null || place === '') return { ...ours, place };
  return {
    place,
    latitude: latitude.toFixed(2),
    longitude: longitude.toFixed(2),
    place_basis: 'coordinates',
  };
}

/** "Memphis, TN" of an address that ends so and with its postal code; blank for any other. */
const readTown = (address: string): string =>
  /([^,\d]+, [A-Z]{2}) \d{5}$/.exec(address)?.[1]?.trim() ?? '';

const ANGLE = /^(-?\d+(?:\.\d+)?)(?:°(?:(\d+)')?(?:(\d+(?:\.\d+)?)")?([NSEW]))?$/;

/** `35°03'35"N` or 35.06; null where blank, undefined where it is neither. */
function parseDegrees(text: string): number | null | undefined {
  if (text === '') return null;
  const [, degrees, minutes = 0, seconds = 0, side = ''] = ANGLE.exec(text) ?? [];
  if (degrees === undefined) return undefined;
  const size = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
  return side === 'S' || side === 'W' ? -size : size;
}

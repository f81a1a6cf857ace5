/** Licences and citations in words. */
import type { Contract, Licence } from '@/data/contract';
import type { Snapshot } from '@/db/snapshot-tables';
import { formatDate } from '@/units/period';

export const licenceNames: Readonly<Record<Licence, string>> = {
  'CC-BY-4.0': 'CC BY 4.0',
  'facts-CC-BY-4.0': 'CC BY 4.0, facts',
};

export const licenceMeanings: Readonly<Record<Licence, string>> = {
  'CC-BY-4.0':
    'A compilation under Creative Commons Attribution 4.0: use it freely and name the credit.',
  'facts-CC-BY-4.0':
    'Single facts cited one by one, which belong to nobody; our arrangement of them is under Creative Commons Attribution 4.0.',
};

/** A citation that leads back to exactly these figures. */
export function toCitation({ id, collected_on }: Snapshot, contract?: Contract): string {
  const title = contract ? `“${contract.title}”, AI Hardware Tracker` : 'AI Hardware Tracker';
  const credit = contract && !/^AI Hardware Tracker$/.test(contract.credit);
  return `${title}, snapshot ${id} of ${formatDate(collected_on)}, CC BY 4.0.${
    credit ? ` Data: ${contract.credit}.` : ''
  }`;
}

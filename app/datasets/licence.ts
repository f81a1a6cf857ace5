/** Licences in words. */
import type { Licence } from '@/data/contract';

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

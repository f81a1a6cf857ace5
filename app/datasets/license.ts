/** Licenses in words. */
import type { License } from '@/data/contract';

export const licenseNames: Readonly<Record<License, string>> = {
  'CC-BY-4.0': 'CC BY 4.0',
  'facts-CC-BY-4.0': 'CC BY 4.0, facts',
};

export const licenseMeanings: Readonly<Record<License, string>> = {
  'CC-BY-4.0':
    'A compilation under Creative Commons Attribution 4.0: use it freely and name the credit.',
  'facts-CC-BY-4.0':
    'Single facts, each cited; no one owns them. Our arrangement is under Creative Commons Attribution 4.0.',
};

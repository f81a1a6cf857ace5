/**
 * What a source states of the accelerators besides their number, in a unit of its own:
 * columns that holdings and their history share. A further unit is three more columns
 * here and an entry in `subjects/holdings/conversion.ts`.
 */
import { number } from '../contract';

const equivalents = (label: string, meaning: string) =>
  number({ label, meaning, unit: 'H100-equivalents', min: 0, optional: true });

export const stated = {
  h100e: equivalents(
    'H100-equivalents',
    'The same accelerators in H100-equivalents, as the source states them (Epoch AI: by 8-bit rate, against 1,979 TFLOPS of an H100). Blank where it states none; the note says where we computed it at the source’s own rate.',
  ),
  h100e_low: equivalents('H100-equivalents, lowest', 'Lower end of the source’s range.'),
  h100e_high: equivalents('H100-equivalents, highest', 'Upper end of the source’s range.'),
} as const;

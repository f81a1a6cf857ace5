/** How sure Epoch AI is of who owns or uses a data center. */
import { oneOf } from '../contract';

export const confidence = (whose: string) =>
  oneOf({
    label: `${whose}, confidence`,
    meaning: `How sure the publisher is; blank where it does not say.`,
    optional: true,
    values: {
      confident: { label: 'Confident', meaning: 'Stated, or well documented.' },
      likely: { label: 'Likely', meaning: 'Probable, not confirmed.' },
      speculative: { label: 'Speculative', meaning: 'A guess from circumstances.' },
      estimate: { label: 'Estimate', meaning: 'The publisher’s own estimate.' },
    },
  });

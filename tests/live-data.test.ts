/** Today's `data/`, or the folder that `TRACKER_TEST_DATA` names: what holds of any data. */
import { resolve } from 'node:path';
import { describe } from 'vitest';
import { testAnyData } from './any-data';

const folder = process.env.TRACKER_TEST_DATA || 'data';

describe(folder, () => testAnyData(() => resolve(folder)));

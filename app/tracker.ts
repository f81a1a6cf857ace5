/** The database, once per request: a page never mixes two snapshots. */
import { cache } from 'react';
import { openTracker } from '@/db/connection';

export const getTracker = cache(openTracker);

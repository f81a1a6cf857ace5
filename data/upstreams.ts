/** The registry of importers: publishers' lists that `npm run update` can take over. */
import { stateOfAi } from './gpu-holdings/import-state-of-ai';
import type { Importer } from './importer';

export const upstreams = [stateOfAi] satisfies readonly Importer[];

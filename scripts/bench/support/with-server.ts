/** The server that `npm start` runs, on a free port, for a bench that asks it. */
import { build } from '../../bootstrap/build.mjs';
import { prepareDatabase } from '../../bootstrap/database.mjs';
import { end } from '../../bootstrap/process.mjs';
import { databaseFile } from '../../bootstrap/project.mjs';
import { findFreePort, serve } from '../../bootstrap/serve.mjs';

/** Starts it, runs the bench with its address, such as `http://localhost:1234`, and ends it. */
export async function withServer(
  bench: (root: string) => Promise<void>,
  env: Record<string, string> = {},
): Promise<void> {
  await prepareDatabase();
  await build();
  const port = await findFreePort();
  const server = await serve({ port, database: databaseFile(), env });
  try {
    await bench(`http://localhost:${port}`);
  } finally {
    await end(server);
  }
}

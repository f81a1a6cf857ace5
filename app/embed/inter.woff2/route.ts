/** The font of the drawings under an address of its own; the pages' one changes with each build. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export const dynamic = 'force-dynamic';

const PARTS = ['@fontsource-variable', 'inter', 'files', 'inter-latin-wght-normal.woff2'];

export async function GET(): Promise<Response> {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), 'node_modules');
  return new Response(await readFile(join(folder, ...PARTS)), {
    headers: {
      'content-type': 'font/woff2',
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=31536000, immutable',
    },
  });
}

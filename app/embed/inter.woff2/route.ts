/** The font of the drawings under an address of its own; the pages' one changes with each build. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  const file = join(/* turbopackIgnore: true */ process.cwd(), '.cache', 'inter.woff2');
  return new Response(await readFile(file), {
    headers: {
      'content-type': 'font/woff2',
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=31536000, immutable',
    },
  });
}

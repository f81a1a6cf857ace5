import { headers } from 'next/headers';

/** The path that a visitor asked for. The front passes it along; Next tells no frame of a page. */
export async function getAskedPath(): Promise<string> {
  return (await headers()).get('x-tracker-path') ?? '';
}

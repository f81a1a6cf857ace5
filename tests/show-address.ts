/** Shows an address of the site in this process: its page with all components, or its file. */
import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import { createElement, type FunctionComponent } from 'react';
import { prerenderToNodeStream } from 'react-dom/static';

interface Given {
  readonly params: Promise<Readonly<Record<string, string>>>;
  readonly searchParams: Promise<Readonly<Record<string, string>>>;
}

interface PageModule {
  readonly default: FunctionComponent<Given>;
  readonly generateMetadata?: (given: Given) => Promise<unknown>;
}

interface RouteModule {
  readonly GET: (request: Request, given: Given) => Promise<Response>;
}

const ROOT = join(import.meta.dirname, '..', 'app');

/** Files of pages and routes with what their addresses look like, those without names first. */
const places = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(sep, '/'))
  .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
  .toSorted((a, b) => a.split('[').length - b.split('[').length)
  .map((file) => ({
    file,
    pattern: new RegExp(
      `^/${file.replace(/\/?[a-z]+\.tsx?$/, '').replace(/\[(\w+)\]/g, '(?<$1>[^/]+)')}$`,
    ),
  }));

/** The addresses that no name completes: `/share`, `/charts.json`. */
export const plainAddresses = places
  .filter(({ file }) => !file.includes('['))
  .map(({ file }) => `/${file.replace(/\/?[a-z]+\.tsx?$/, '')}`);

/** What the address shows, as text. Throws where it fails, as a page does that is not found. */
export async function showAddress(address: string): Promise<string> {
  const url = new URL(address, 'http://tracker.example');
  const place = places.find(({ pattern }) => pattern.test(url.pathname));
  if (!place) throw new Error(`There is no page at ${url.pathname}.`);
  const given: Given = {
    params: Promise.resolve({ ...place.pattern.exec(url.pathname)?.groups }),
    searchParams: Promise.resolve(Object.fromEntries(url.searchParams)),
  };
  const module: PageModule | RouteModule = await import(/* @vite-ignore */ join(ROOT, place.file));
  if ('GET' in module) return (await module.GET(new Request(url), given)).text();
  await module.generateMetadata?.(given);
  let failed: unknown;
  const { prelude } = await prerenderToNodeStream(createElement(module.default, given), {
    onError: (error) => {
      failed = error;
    },
  });
  const shown = await text(prelude);
  if (failed) throw failed;
  return shown;
}

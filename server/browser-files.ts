/**
 * What the browser runs of ours: the code of `browser/`, bundled when the server
 * starts, so that it is never older than the pages it works on. Names hold a hash of
 * the content, and a browser keeps the files for good.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin, stop, transform } from 'esbuild';
import { BROWSER_FOLDER, buildPage, type Page, SPECULATION } from './page';
import type { Answer, PreparedPages } from './prepared-pages';
import type { PageRequest } from './renderers';

export interface BrowserFiles {
  /** Address of the module that a page of the site loads. */
  readonly main: string;
  /** Text of the script that stands in a page, because it has to run before it is painted. */
  readonly theme: string;
  /** What is sent under which address. */
  readonly files: ReadonlyMap<string, BrowserFile>;
}

interface BrowserFile {
  readonly type: string;
  readonly body: Uint8Array;
}

const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Bundles `browser/`; `isDevelopment` keeps names and React’s warnings readable. */
export async function bundleBrowserFiles({ isDevelopment = false } = {}): Promise<BrowserFiles> {
  const options = {
    absWorkingDir: inProject(''),
    outdir: inProject(BROWSER_FOLDER.slice(1)),
    entryNames: '[name]-[hash]',
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    minify: !isDevelopment,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': isDevelopment ? '"development"' : '"production"' },
    write: false,
    logLevel: 'warning',
  } as const satisfies BuildOptions;

  // What a page loads is one file, and so is each part that it loads on request.
  const requested = new Set<string>();
  const leaveOut: Plugin = {
    name: 'requested',
    setup: ({ onResolve, resolve }) =>
      onResolve({ filter: /./ }, async ({ kind, path, importer, resolveDir }) => {
        if (kind !== 'dynamic-import') return null;
        const found = await resolve(path, { kind: 'import-statement', importer, resolveDir });
        requested.add(found.path);
        return { path: found.path, external: true, errors: found.errors };
      }),
  };
  const { outputFiles: loaded } = await build({
    ...options,
    entryPoints: [inProject('browser/main.ts')],
    plugins: [leaveOut],
  });
  const parts = await build({
    ...options,
    // In whatever order they were found.
    entryPoints: [...requested].sort(),
    metafile: true,
  });

  const toAddress = (path: string) => BROWSER_FOLDER + basename(path);
  let source = loaded[0]?.text ?? '';
  for (const [output, { entryPoint }] of Object.entries(parts.metafile.outputs)) {
    const entry = [...requested].find((one) => entryPoint && one === inProject(entryPoint));
    if (entry) source = source.replaceAll(JSON.stringify(entry), `"${toAddress(output)}"`);
  }
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
  const main = `${BROWSER_FOLDER}main-${hash}.js`;
  const { code } = await transform(await readFile(inProject('browser/theme.ts'), 'utf8'), {
    loader: 'ts',
    minify: true,
  });
  // Its process would wait for more, with what it has read.
  if (!isDevelopment) await stop();
  const rules = Buffer.from(JSON.stringify(SPECULATION_RULES));
  return {
    main,
    theme: code.trim(),
    files: new Map<string, BrowserFile>([
      [SPECULATION, { type: SPECULATION_TYPE, body: rules }],
      [main, { type: SCRIPT_TYPE, body: Buffer.from(source) }],
      ...parts.outputFiles.map(({ path, contents }): [string, BrowserFile] => [
        toAddress(path),
        { type: SCRIPT_TYPE, body: contents },
      ]),
    ]),
  };
}

const SCRIPT_TYPE = 'text/javascript; charset=utf-8';
const SPECULATION_TYPE = 'application/speculationrules+json';

// Pages of the site as everybody sees them, which are prepared: no downloads, no choices
// (those redraw in place), not the page that is open. By selector, because patterns of
// addresses with a dot or a question mark match more than they say.
const SPECULATION_RULES = {
  prerender: [
    {
      source: 'document',
      where: {
        selector_matches: [
          'a[href^="/"]:not([href*="."], [href*="?"], [href^="/evidence/"], [aria-current="page"])',
        ],
      },
      eagerness: 'moderate',
    },
  ],
};

/** Files under `/browser/` come from here, all others from `others`. */
export function withBrowserFiles(
  find: () => Promise<BrowserFiles>,
  others: PreparedPages,
): PreparedPages {
  const made = new WeakMap<BrowserFile, Page>();
  async function get({ target }: PageRequest): Promise<Answer> {
    const path = target.split('?', 1)[0] ?? '';
    const file = (await find()).files.get(path);
    const page = (file && made.get(file)) ?? toPage(path, file);
    if (file) made.set(file, page);
    return { kind: 'page', page, from: 'memory', isKeepable: true };
  }
  const isOurs = ({ target }: PageRequest) => target.startsWith(BROWSER_FOLDER);
  return {
    get: (asked, visitor) => (isOurs(asked) ? get(asked) : others.get(asked, visitor)),
    pass: (asked, visitor) => (isOurs(asked) ? get(asked) : others.pass(asked, visitor)),
    listInUse: others.listInUse,
    get bytes() {
      return others.bytes;
    },
  };
}

function toPage(path: string, file: BrowserFile | undefined): Page {
  const lasts =
    path === SPECULATION ? 'public, max-age=3600' : 'public, max-age=31536000, immutable';
  const headers = file
    ? { 'content-type': file.type, 'cache-control': lasts }
    : { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' };
  const body = Buffer.from(file?.body ?? 'There is no such file.\n');
  return buildPage({ statusCode: file ? 200 : 404, headers }, body, { rendered_ms: 0 });
}

/** The name of an inline script in the policy of what may run. */
export const hashScript = (source: string): string =>
  `sha256-${createHash('sha256').update(source).digest('base64')}`;

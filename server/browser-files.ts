/**
 * What the browser runs of ours: the code of `browser/`, bundled when the server
 * starts, so that it is never older than the pages it works on. Names hold a hash of
 * the content, and a browser keeps the files for good.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

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

/** Where all of them lie. */
export const BROWSER_FOLDER = '/browser/';

/** Which links a browser may open before they are clicked on; a header of pages names it. */
export const SPECULATION = `${BROWSER_FOLDER}speculation.json`;

const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Bundles `browser/`; `isDevelopment` keeps names and React’s warnings readable. */
export async function bundleBrowserFiles({ isDevelopment = false } = {}): Promise<BrowserFiles> {
  const folder = inProject(BROWSER_FOLDER.slice(1));
  const { outputFiles, metafile } = await build({
    entryPoints: [inProject('browser/main.ts')],
    absWorkingDir: inProject(''),
    outdir: folder,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    minify: !isDevelopment,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': isDevelopment ? '"development"' : '"production"' },
    write: false,
    metafile: true,
    logLevel: 'warning',
  });
  const toAddress = (path: string) => BROWSER_FOLDER + path.slice(path.lastIndexOf('/') + 1);
  const [main] = Object.entries(metafile.outputs).find(([, { entryPoint }]) =>
    entryPoint?.endsWith('browser/main.ts'),
  ) ?? [''];
  const { code } = await transform(await readFile(inProject('browser/theme.ts'), 'utf8'), {
    loader: 'ts',
    minify: true,
  });
  const files = new Map<string, BrowserFile>([
    [SPECULATION, { type: SPECULATION_TYPE, body: Buffer.from(JSON.stringify(SPECULATION_RULES)) }],
  ]);
  for (const { path, contents } of outputFiles) {
    files.set(toAddress(path.replaceAll('\\', '/')), { type: SCRIPT_TYPE, body: contents });
  }
  return {
    main: toAddress(main),
    theme: code.trim(),
    files,
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

/** Answers for what lies under `/browser/`, and hands everything else on. */
export function serveBrowserFiles(
  find: () => Promise<BrowserFiles>,
  next: RequestListener,
): RequestListener {
  return (request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '';
    if (!path.startsWith(BROWSER_FOLDER)) return next(request, response);
    find()
      .then(({ files }) => {
        const file = files.get(path);
        if (!file) return void response.writeHead(404).end();
        response.setHeader('content-type', file.type);
        response.setHeader(
          'cache-control',
          path === SPECULATION ? 'public, max-age=3600' : 'public, max-age=31536000, immutable',
        );
        response.end(file.body);
      })
      .catch((error: Error) => response.destroy(error));
  };
}

/** The name of an inline script in the policy of what may run. */
export const hashScript = (source: string): string =>
  `sha256-${createHash('sha256').update(source).digest('base64')}`;

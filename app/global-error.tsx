'use client';
/**
 * What a visitor sees when not even the frame of a page could be made: on a
 * development server without a database, for the door of the built site answers in
 * its place. It brings its own style, for the site's may be missing as well.
 */
interface GlobalErrorProps {
  readonly error: Error & { digest?: string };
  readonly retry: () => void;
}

export default function GlobalError({ error, retry }: GlobalErrorProps) {
  return (
    <html lang="en">
      <head>
        <title>The tracker has no data to show · AI Hardware Tracker</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <main>
          <h1>The tracker has no data to show</h1>
          <p>
            Its database is missing or cannot be read. If this is your server, run{' '}
            <code>npm run ingest</code>: it checks the datasets and builds the database. The running
            server then finds it by itself.
          </p>
          <p>
            <button type="button" onClick={() => retry()}>
              Try again
            </button>{' '}
            <a href="/">To the overview</a>
          </p>
          {error.digest && (
            <p>
              <small>
                The server’s log tells more under <code>{error.digest}</code>.
              </small>
            </p>
          )}
        </main>
      </body>
    </html>
  );
}

const STYLE = `
:root { color-scheme: light dark; background: Canvas; color: CanvasText; }
body { margin: 0; font: 16px/25px system-ui, sans-serif; }
main { max-width: 70ch; margin: 15vh auto; padding: 0 16px; }
h1 { font-size: 28px; line-height: 34px; font-weight: 600; }
p { margin: 16px 0; }
a { text-decoration: underline; }
button { font: inherit; padding: 4px 12px; margin-right: 8px; cursor: pointer;
  border: 1px solid; border-radius: 6px; }`;

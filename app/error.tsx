'use client';
/** What a visitor sees when a page could not be made. */
import Link from 'next/link';
import { BUTTON } from './_ui/field';
import { PageHeading } from './_ui/page-heading';

interface ErrorProps {
  readonly error: Error & { digest?: string };
  readonly retry: () => void;
}

export default function ErrorPage({ error, retry }: ErrorProps) {
  return (
    <>
      <PageHeading title="This page could not be made">
        Something went wrong on our side, not in your browser. Often a second try helps: the data
        may just have been replaced by newer data.
      </PageHeading>
      <p className="flex flex-wrap items-center gap-4">
        <button type="button" onClick={() => retry()} className={BUTTON}>
          Try again
        </button>
        <Link href="/">To the overview</Link>
      </p>
      {error.digest && (
        <p className="mt-4 text-sm text-muted">
          The server’s log tells more under <code>{error.digest}</code>.
        </p>
      )}
    </>
  );
}

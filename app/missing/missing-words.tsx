import type { ReactNode } from 'react';
import { shorten } from '@/address/word-problem';
import { PageHeading } from '../_ui/headings';
import { ListOr } from '../_ui/wrong-name';
import type { NamedPage } from './nearest';

/** `address`: the path that was asked for. `nearest`: pages that could have been meant. */
export function MissingWords({
  address = '',
  nearest = [],
  children,
}: {
  address?: string;
  nearest?: readonly NamedPage[];
  /** What is known of the reason, in place of the page that is not there. */
  children?: ReactNode;
}) {
  return (
    <>
      <PageHeading title="Page not found">
        {children ?? (
          <>
            There is no page at {address === '' ? 'this address' : <code>{shorten(address)}</code>}.
          </>
        )}
      </PageHeading>
      {nearest.length > 0 && (
        <p className="text-lg">
          Did you mean <ListOr places={nearest} />?
        </p>
      )}
      <ul className="mt-6 flex flex-wrap gap-4">
        {WAYS_ON.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

const WAYS_ON: readonly NamedPage[] = [
  { href: '/', label: 'Home' },
  { href: '/charts', label: 'All charts' },
  { href: '/chips', label: 'All chips' },
  { href: '/organizations', label: 'All organizations' },
  { href: '/search', label: 'Search' },
];

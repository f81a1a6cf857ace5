import { Fragment } from 'react';
import { PageHeading } from '../_ui/headings';
import type { NamedPage } from './nearest';

/** `address`: the path that was asked for. `nearest`: pages that could have been meant. */
export function MissingWords({
  address = '',
  nearest = [],
}: {
  address?: string;
  nearest?: readonly NamedPage[];
}) {
  return (
    <>
      <PageHeading title="Page not found">
        There is no page at {address === '' ? 'this address' : <code>{shorten(address)}</code>}. It
        may have moved, or the address has a typo.
      </PageHeading>
      {nearest.length > 0 && (
        <p className="text-lg">
          Did you mean{' '}
          {nearest.map(({ href, label }, place) => (
            <Fragment key={href}>
              {place > 0 && (place === nearest.length - 1 ? ' or ' : ', ')}
              <a href={href}>{label}</a>
            </Fragment>
          ))}
          ?
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

const shorten = (address: string): string =>
  address.length > 80 ? `${address.slice(0, 80)}…` : address;

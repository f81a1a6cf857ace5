/** A name that nothing is called by, answered with what would work. */
import { Fragment } from 'react';
import { shorten } from '@/address/word-problem';

interface Place {
  readonly label: string;
  readonly href: string;
}

export function WrongName({
  kind,
  found,
  near,
  all,
}: {
  /** What was looked for, in a sentence: "organization". */
  kind: string;
  found: string;
  /** What may have been meant, the nearest first. */
  near: readonly Place[];
  /** Where all of the kind are: "all 165 organizations". */
  all: Place;
}) {
  return (
    <p role="status" className="my-2">
      No {kind} “{shorten(found)}”.{' '}
      {near.length === 0 ? (
        <>
          See <a href={all.href}>{all.label}</a>.
        </>
      ) : (
        <>
          Did you mean <ListOr places={near} />?
        </>
      )}
    </p>
  );
}

/** "A100, H100 or H200", each with its link. */
export function ListOr({ places }: { places: readonly Place[] }) {
  return places.map(({ label, href }, at) => (
    <Fragment key={href}>
      {at > 0 && (at === places.length - 1 ? ' or ' : ', ')}
      <a href={href}>{label}</a>
    </Fragment>
  ));
}

import { PageHeading } from '../_ui/headings';
import { navigation } from '../site-pages';

/** `nearest`: addresses of pages that could have been meant. */
export function MissingWords({ nearest = [] }: { nearest?: readonly string[] }) {
  return (
    <>
      <PageHeading title="Page not found">It may be misspelled, or it has moved.</PageHeading>
      {nearest.length > 0 && (
        <section aria-labelledby="nearest">
          <h2 id="nearest" className="mb-2 text-lg font-semibold tracking-tight">
            Perhaps you meant
          </h2>
          <LinkList links={nearest.map((href) => ({ href, label: href }))} />
        </section>
      )}
      <h2 className="mt-6 mb-2 text-lg font-semibold tracking-tight">Main pages</h2>
      <LinkList links={navigation.map(({ label, pages: [{ href }] }) => ({ href, label }))} />
      <p className="mt-6 max-w-[70ch] text-sm text-muted">
        Every figure is in one of the <a href="/datasets">open datasets</a>, which can be searched.
        Figures of earlier snapshots stay available for a while;{' '}
        <a href="/snapshots">the snapshots that are kept</a> are listed.
      </p>
    </>
  );
}

function LinkList({ links }: { links: readonly { href: string; label: string }[] }) {
  return (
    <ul className="grid gap-1">
      {links.map(({ href, label }) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  );
}

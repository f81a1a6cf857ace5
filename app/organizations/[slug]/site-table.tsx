/** The data centers that an organization owns or uses. */
import { toDataCenterHref } from '@/address/links';
import { formatMeasure, formatParties, measures, type Site } from '@/subjects/sites/sites';
import { countOf, MISSING } from '@/units/format-value';
import { FiguresTable } from '../../_ui/figures-table';
import { PageSection } from '../../_ui/headings';

export function SitesOf({
  sites,
  organization,
}: {
  sites: readonly Site[];
  /** Its slug. */
  organization: string;
}) {
  if (sites.length === 0) return null;
  return (
    <PageSection
      id="data-centers"
      title="Data centers"
      folded={countOf(sites.length, 'site')}
      lead="Sites that Epoch AI follows: they count machines of the other lists again, and are never added to them."
    >
      <FiguresTable
        caption="Data centers"
        columns={[
          { label: 'Site' },
          { label: 'As', wraps: true },
          { label: 'IT power', align: 'right' },
          { label: 'H100-equivalents', align: 'right' },
        ]}
        rows={sites.map((site) => ({
          id: `site-${site.site}`,
          cells: [
            <a key="site" href={toDataCenterHref(site.site)}>
              {site.name}
            </a>,
            nameRoles(site, organization).join(', ') || MISSING,
            ...(site.status === 'planned'
              ? ['not yet operating', MISSING]
              : Object.values(measures).map((measure) =>
                  formatMeasure(site[measure.column], measure),
                )),
          ],
        }))}
      />
      <p className="mt-2 text-sm">
        <a href="/data-centers">All data centers</a>
      </p>
    </PageSection>
  );
}

/** "owner", "user (likely)". */
function nameRoles({ by, users }: Site, organization: string): string[] {
  const say = (role: string, parties: Site['users']) =>
    parties
      .filter((party) => party.organization === organization)
      .map((party) => formatParties([{ ...party, name: role }]));
  return [...say('owner', by ? [by] : []), ...say('user', users)];
}

/** The footer: what is not in the navigation, in groups, and whose figures these are. */
import type { Snapshot } from '@/db/snapshot-tables';
import { formatCount } from '@/units/format-value';

const groups = [
  {
    label: 'About',
    links: [
      ['/about', 'About & method'],
      ['/about#cite', 'How to cite'],
      ['/about#report', 'Report an error'],
      ['/corrections', 'Corrections'],
      ['/open-questions', 'Open questions'],
      ['/checks', 'Checks'],
    ],
  },
  {
    label: 'More',
    links: [
      ['/article', 'The 2023 article, checked'],
      ['/calculators/inference', 'What serving a model costs'],
      ['/calculators/training', 'What training costs'],
      ['/charts', 'All charts'],
      ['/vendors', 'Vendors'],
      ['/organizations', 'Organizations'],
    ],
  },
  {
    label: 'Data',
    links: [
      ['/datasets', 'Datasets'],
      ['/sources', 'Sources'],
      ['/freshness', 'Freshness'],
      ['/snapshots', 'Snapshots'],
      ['/docs/api', 'API'],
      ['/snapshots.atom', 'Atom feed'],
    ],
  },
] as const;

export function SiteFooter({ snapshot }: { snapshot: Pick<Snapshot, 'id' | 'row_count'> }) {
  return (
    <footer className="site-footer">
      <div className="wrap">
        <p className="brand-words">
          <strong>AI Hardware Tracker</strong>
          {formatCount(snapshot.row_count)} figures and entries on the chips that AI runs on, each
          with its source. Snapshot <code>{snapshot.id}</code>.
        </p>
        {groups.map(({ label, links }) => (
          <nav key={label} aria-label={label}>
            <h2>{label}</h2>
            <ul>
              {links.map(([href, text]) => (
                <li key={href}>
                  <a href={href}>{text}</a>
                </li>
              ))}
            </ul>
          </nav>
        ))}
        <p className="license">
          Data CC BY 4.0. Credit the AI Hardware Tracker and the source of each figure. Figures of
          the State of AI Compute Index (Air Street Capital) and of Epoch AI are used under CC BY
          4.0.
        </p>
      </div>
    </footer>
  );
}

/** The main pages. A new one is its file and one line here. */
export const navigation = [
  { href: '/', label: 'Overview' },
  { href: '/share', label: 'Market share' },
  { href: '/papers', label: 'Papers' },
  { href: '/holdings', label: 'Holdings' },
  { href: '/compare', label: 'Compare' },
  { href: '/revenue', label: 'Revenue' },
  { href: '/competition', label: 'Competition' },
  { href: '/chips', label: 'Chips' },
  { href: '/prices', label: 'Prices' },
  { href: '/timeline', label: 'Timeline' },
  { href: '/calculators', label: 'Calculators' },
  { href: '/article', label: 'The article' },
  { href: '/charts', label: 'Charts' },
  { href: '/datasets', label: 'Data' },
  { href: '/sources', label: 'Sources' },
] as const;

/** Pages that others lead to; for the map of the site and its search. */
export const furtherPages = [
  { href: '/vendors', label: 'Vendors' },
  { href: '/share/compare', label: 'Market share by every definition' },
  { href: '/calculators/inference', label: 'Calculator: what serving a model costs' },
  { href: '/calculators/training', label: 'Calculator: what training a model costs' },
  { href: '/snapshots', label: 'Snapshots of the data' },
  { href: '/docs/api', label: 'API' },
] as const;

/** Every page that is not one of many of its kind. */
export const sitePages = [...navigation, ...furtherPages];

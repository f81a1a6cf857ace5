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

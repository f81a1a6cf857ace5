/**
 * The colors that vendors may have: the names of the entries that the charts'
 * palette holds for them (`charts/colors.ts`). Each carries the name of the
 * vendor it was made for; smaller vendors share one.
 */
export const vendorColors = {
  nvidia: 'Green.',
  amd: 'Red.',
  intel: 'Blue.',
  google: 'Gold.',
  aws: 'Orange.',
  huawei: 'Crimson.',
  apple: 'Steel.',
  microsoft: 'Teal.',
  startups: 'Purple.',
  other: 'Gray, for groups only.',
} as const;

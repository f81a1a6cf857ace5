/** Countries by their two letters, named for people. */

const names = new Intl.DisplayNames('en', { type: 'region' });

/** "United States"; letters that stand for no country stay as they are. */
export function formatCountry(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}

/** Charts that something concerns, as an address names them: "market-share?market=jpr-aib-desktop". */
export interface Shown {
  readonly chart: string;
  /** The parameters that choose it, as a query. */
  readonly mode: string;
}

export function readShown(address: string): Shown {
  const [chart = '', mode = ''] = address.split('?');
  return { chart, mode };
}

/** Whether it is this chart, given what was chosen. */
export function isShownIn(
  shown: Shown,
  chart: string,
  chosen: Readonly<Record<string, string>>,
): boolean {
  const wanted = [...new URLSearchParams(shown.mode)];
  return shown.chart === chart && wanted.every(([name, value]) => chosen[name] === value);
}

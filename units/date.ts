/** Days as ISO text at the edges, UTC inside: no time zone ever moves a period. */

/** Midnight UTC of an ISO day. */
export function toUtc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The ISO day of a UTC date. */
export function toDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return toDay(new Date(toUtc(day).getTime() + days * 86_400_000));
}

/** The last day a partial date can mean: 2023 → 2023-12-31, 2023-02 → 2023-02-28. */
export function lastDayOf(partialDate: string): string {
  const [year, month, day] = partialDate.split('-').map(Number) as [number, number?, number?];
  if (day) return partialDate;
  return toDay(new Date(Date.UTC(year, month ?? 12, 0)));
}

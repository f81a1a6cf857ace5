import { expect, it } from 'vitest';
import { toReportHref } from './site';

it.each([
  ['mailto:desk@tracker.example', 'mailto:desk@tracker.example?subject='],
  ['https://forge.example/new?labels=data', 'https://forge.example/new?labels=data&title='],
])('a report to %s names the chart and its address', (to, start) => {
  const href = toReportHref('Nvidia & AMD', 'https://tracker.example/charts/x?a=1', {
    TRACKER_REPORT: to,
  });
  expect(href.startsWith(start)).toBe(true);
  expect(href).toContain('Nvidia%20%26%20AMD');
  expect(href).toContain(encodeURIComponent('https://tracker.example/charts/x?a=1'));
});

it('without a place for reports the page that says how is named', () => {
  expect(toReportHref('x', 'https://tracker.example', {})).toBe('/about#report');
});

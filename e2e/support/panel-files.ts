/** The files that a Share & download panel offers, asked for as a program would. */
import { type APIRequestContext, expect, type Page } from '@playwright/test';

/** Each file below `folder` is there, says its snapshot, and is not sent twice. */
export async function expectPanelFiles(
  page: Page,
  request: APIRequestContext,
  folder: 'charts' | 'calculators',
): Promise<void> {
  await page.getByText('Share & download').click();
  const panel = page.locator('details', { hasText: 'Share & download' });
  const hrefs = await panel
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const files = hrefs.filter((href) => new RegExp(`^/${folder}/[^/?]+\\.\\w+`).test(href));
  expect(files.length).toBeGreaterThan(10);
  for (const href of files) {
    const answer = await request.get(href);
    expect(answer.status(), href).toBe(200);
    expect(answer.headers()['content-disposition'], href).toContain('_snapshot-');
    expect((await answer.body()).length, href).toBeGreaterThan(80);
    const again = await request.get(href, {
      headers: { 'if-none-match': answer.headers().etag ?? '' },
    });
    expect(again.status(), href).toBe(304);
  }
}

/** Rankings of holders and comparisons: by keyboard, by address, and without scripts. */
import { expect, type Page, test } from '@playwright/test';
import { test as withoutScript } from './support/no-script';

/** What a picture shows is its text alternative. */
const expectPicture = (page: Page, words: RegExp) =>
  expect(page.getByRole('img', { name: words }).first()).toBeVisible();

test('the list shown first covers whole fleets, and says what its ranges are', async ({
  page,
  isMobile,
}) => {
  await page.goto('/holdings');
  await expectPicture(page, /By Epoch AI’s model, Google may lead with 5\.0m/);
  const picture = page.getByRole('img', { name: /Owners of accelerators/ });
  // A narrow picture draws the range and has no room to write it.
  await expect(picture).toContainText(isMobile ? '5.0m' : '5.0m (3.8m–6.4m)');
  const block = page.locator('#accelerator-holders');
  await block.getByRole('link', { name: 'About', exact: true }).click();
  await expect(page.getByText(/^Ranges are outer ranges/)).toBeVisible();
  await block.getByRole('link', { name: 'Chart', exact: true }).click();
  await expect(page).toHaveURL('/holdings');
  await page.getByRole('combobox', { name: 'List' }).selectOption('soai-2026-08');
  await expect(page).toHaveURL('/holdings?list=soai-2026-08');
  await expectPicture(page, /Among publicly documented clusters, xAI leads/);
});

test('the ranking counts once, names what it left out, and tells what changed', async ({
  page,
}) => {
  await page.goto('/holdings?list=soai-2026-08');
  await expectPicture(page, /xAI leads with 230,000 accelerators/);
  await expect(page.getByRole('img', { name: /owners of accelerators/ })).toContainText('1 xAI');
  await page.getByText('1 row is left out of this ranking, and why').click();
  await expect(page.getByRole('table', { name: 'Rows left out' })).toContainText(/Tesla.*Cortex/);
  await expect(page.getByRole('table', { name: /Changes from Jul 2026/ })).toContainText(
    'Eli Lilly',
  );
});

test('an edition replays the ranking as it was', async ({ page }) => {
  await page.goto('/holdings?list=soai-2022-11');
  await expectPicture(page, /Meta leads with 21,400 accelerators/);
  await page.goto('/holdings?list=soai-2023-06&from=soai-2022-11');
  await expect(page.getByText('From Nov 2022 to Jun 2023: 2 entered')).toBeVisible();
  await expect(page.getByLabel('Jun 2023 against')).toHaveValue('soai-2022-11');
  await page.goto('/holdings?list=soai-2026-08&asof=2026-07-31');
  await expect(page.getByRole('heading', { name: 'What moved since Jul 2026' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /What changed/ })).toBeHidden();
  await page.getByText('Jul 2026 against an earlier edition').click();
  await expect(page.getByRole('heading', { name: /What changed/ })).toBeVisible();
});

test('a common unit shows its factors with the variant assumed', async ({ page }) => {
  await page.goto('/holdings?list=soai-2026-08');
  await page.locator('select[name="unit"]').selectOption('h100e-16bit');
  await expect(page).toHaveURL('/holdings?list=soai-2026-08&unit=h100e-16bit');
  const factors = page.getByRole('table', { name: /Factors/ });
  await expect(factors).toContainText(/A100\s*0\.315.*assumed: A100 80 GB/);
  await page.goto(
    '/holdings?list=soai-2026-08&unit=h100e-16bit&status=all&about=accelerator-holders',
  );
  await expect(page.getByText(/Left out \(Blackwell: the data has no/)).toBeVisible();
});

test('ranges that overlap share ranks', async ({ page }) => {
  await page.goto('/holdings?list=epoch-owners&unit=h100e-16bit&table=accelerator-holders');
  const table = page.getByRole('region', { name: /accelerator-holders|Owners|Google/ }).first();
  await expect(table.getByRole('row', { name: /Meta/ }).first()).toContainText('2–4');
});

test('filters work by keyboard and can be taken back', async ({ page }) => {
  await page.goto('/holdings?list=soai-2026-08');
  await page.getByText('Filters', { exact: true }).focus();
  await page.keyboard.press('Enter');
  const block = page.locator('#accelerator-holders');
  await block.getByLabel('Country').selectOption('FR');
  await block.getByLabel('Name').focus();
  await page.keyboard.type('idris');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/holdings?list=soai-2026-08&country=FR&q=idris');
  await expectPicture(page, /IDRIS \(GENCI\) is number 2 of this selection with 1,872/);
  await page.getByRole('link', { name: /Remove Name/ }).click();
  await expect(page).toHaveURL('/holdings?list=soai-2026-08&country=FR');
  await page.getByRole('link', { name: 'Country', exact: true }).click();
  await expectPicture(page, /have their seat in one country, France: 15,672/);
});

test('the comparison begins with four modeled fleets in H100-equivalents', async ({ page }) => {
  await page.goto('/compare');
  await expect(page.getByRole('img', { name: /Microsoft, Meta, Google and xAI/ })).toBeVisible();
  await page.getByText('By chip and by cluster, list by list').click();
  await page.getByRole('heading', { name: 'Epoch AI, model of owners' }).click();
  await expect(
    page.getByRole('table', { name: /By chip: Epoch AI, model of owners/ }),
  ).toContainText('H100-equivalents');
});

test('an organization joins the comparison by name and leaves by its link', async ({ page }) => {
  await page.goto('/compare?orgs=meta~tesla~stability-ai');
  await page.getByLabel('Add organizations').fill('xai');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/compare?orgs=meta~tesla~stability-ai~xai');
  await page.getByText('By chip and by cluster, list by list').click();
  await page.getByRole('heading', { name: /clusters, Aug 2026/ }).click();
  await expect(page.getByRole('table', { name: /By chip: .*clusters, Aug 2026/ })).toContainText(
    'xAI',
  );
  await page.getByRole('link', { name: 'Remove Tesla' }).click();
  await expect(page).toHaveURL('/compare?orgs=meta~stability-ai~xai');
  await expect(
    page.getByRole('img', { name: /Meta, Stability AI and xAI: accelerators over time/ }),
  ).toBeVisible();
});

test('a name that fits several asks back @once', async ({ page }) => {
  await page.goto('/compare?orgs=meta~tesla&add=national+lab');
  await expect(page.getByText('No organization “national lab”. Did you mean')).toBeVisible();
  await page.getByRole('link', { name: 'Argonne National Laboratory' }).click();
  await expect(page).toHaveURL(/orgs=meta~tesla~argonne/);
});

withoutScript(
  'a name in another spelling is understood, a wrong one answered',
  async ({ page }) => {
    await page.goto('/compare?orgs=meta&add=Open+AI');
    await expect(page).toHaveURL('/compare?orgs=meta~openai');
    await page.goto('/compare?orgs=meta&add=OpnAI');
    await page.getByRole('status').getByRole('link', { name: 'OpenAI' }).click();
    await expect(page).toHaveURL('/compare?orgs=meta~openai');
  },
);

withoutScript(
  'an organization’s page sets what sources say of a machine side by side',
  async ({ page }) => {
    await page.goto('/organizations/argonne');
    const running = page.getByRole('region', { name: 'Operating', exact: true }).getByRole('table');
    const polaris = running.getByRole('row', { name: /Polaris/ });
    await expect(polaris).toContainText(/A100\s*2,240/);
    await expect(polaris).toContainText('But 2,400: State of AI index, Nov 2022 – Feb 2024');
    await polaris.getByRole('link', { name: 'State of AI index, Nov 2022 – Feb 2024' }).click();
    await expect(page).toHaveURL('/evidence/gpu-holdings/argonne-a100-polaris-soai-2024-02');
    await page.goto('/organizations/argonne');
    const coming = page.getByRole('region', { name: 'Planned', exact: true });
    await expect(coming.getByRole('row', { name: /Solstice/ })).toHaveCount(2);
    await page.getByRole('heading', { name: 'In the ranking' }).click();
    const around = page.getByRole('table', { name: 'Neighbors in the ranking' });
    await expect(around.getByRole('row', { name: /Argonne/ })).toContainText('2,240');
    await around.getByRole('link').first().click();
    await expect(page).toHaveURL(/\/organizations\//);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  },
);

test('what the newest list no longer holds, an organization had @once', async ({ page }) => {
  await page.goto('/organizations/stability-ai');
  const earlier = page
    .getByRole('region', { name: 'Earlier figures', exact: true })
    .getByRole('table');
  await expect(earlier).toContainText(/A100\s*5,408/);
  await expect(earlier).toContainText('Before 32: Statements, Jan 31, 2022');
  await expect(page.getByText(/Epoch AI models no fleet of Stability AI/)).toBeVisible();
});

withoutScript('filters, editions and the picker work without JavaScript', async ({ page }) => {
  await page.goto('/holdings?list=soai-2026-08');
  await page.getByText('Filters', { exact: true }).click();
  await page.locator('#accelerator-holders').getByLabel('Category').selectOption('national-hpc');
  await page.getByRole('button', { name: 'Update chart' }).first().click();
  await expect(page).toHaveURL(/\/holdings\?list=soai-2026-08&category=national-hpc(#.*)?$/);
  await expectPicture(page, /Jülich Supercomputing Centre leads with 23,536/);
  await page.getByLabel('Aug 2026 against').selectOption('soai-2024-02');
  await page
    .locator('form', { has: page.locator('#changes-from') })
    .getByRole('button')
    .click();
  await expect(page).toHaveURL(
    '/holdings?list=soai-2026-08&category=national-hpc&from=soai-2024-02',
  );
  await expect(page.getByText('Only A100 is compared')).toBeVisible();
  await page.goto('/compare?orgs=meta~google');
  await page.getByLabel('Add organizations').fill('Microsoft');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page).toHaveURL('/compare?orgs=meta~google~microsoft');
  await page.locator('select[name="family"]').selectOption('epoch-owners');
  await page.getByRole('button', { name: 'Update chart' }).last().click();
  await expect(page.getByRole('img', { name: /model of owners/ })).toBeVisible();
});

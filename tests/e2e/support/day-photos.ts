import type { Page } from 'playwright-core';

/** As a manager does on a job's screen; the picture is what this phone shows at the moment. */
export async function takePhoto(page: Page, kind: 'Before' | 'After'): Promise<void> {
  const picture = await page.screenshot({ type: 'jpeg', quality: 90 });
  await page.getByRole('button', { name: 'Add photos' }).tap();
  const sheet = page.getByRole('dialog', { name: 'Add photos' });
  await sheet.getByRole('button', { name: kind, exact: true }).tap();
  await sheet
    .locator('input[type=file]')
    .last()
    .setInputFiles({ name: 'car.jpg', mimeType: 'image/jpeg', buffer: picture });
  await sheet.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: new RegExp(`^${kind} `) }).waitFor();
}

/** How many dots wide a picture of the open job is, once all of it has come; thumbnails are far smaller. */
export async function widthOfPhoto(page: Page, kind: 'Before' | 'After'): Promise<number> {
  const picture = page.getByRole('img', { name: new RegExp(`^${kind}, `) });
  if ((await picture.count()) === 0)
    await page
      .getByRole('button', { name: new RegExp(`^${kind} `) })
      .first()
      .click();
  return picture.evaluate((shown) => (shown as HTMLImageElement).naturalWidth);
}

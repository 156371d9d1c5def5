import type { Page } from 'playwright-core';
import { job } from './job-stops.ts';
import { next, press, type Stop } from './stop.ts';

/** A picture as a camera makes them: many pixels, drawn by the browser itself. */
async function drawn(page: Page, hue: number): Promise<Buffer> {
  const address = await page.evaluate((colour) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [2400, 1800];
    const context = canvas.getContext('2d');
    if (context === null) return '';
    const sky = context.createLinearGradient(0, 0, 0, 1800);
    sky.addColorStop(0, `hsl(${colour} 40% 78%)`);
    sky.addColorStop(1, `hsl(${colour} 25% 42%)`);
    context.fillStyle = sky;
    context.fillRect(0, 0, 2400, 1800);
    context.fillStyle = `hsl(${(colour + 180) % 360} 65% 38%)`;
    context.fillRect(300, 900, 1800, 450);
    context.fillRect(700, 620, 950, 300);
    context.fillStyle = '#16191f';
    for (const x of [660, 1740]) {
      context.beginPath();
      context.arc(x, 1360, 190, 0, 7);
      context.fill();
    }
    return canvas.toDataURL('image/jpeg', 0.92);
  }, hue);
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}

async function add(page: Page, kind: string, hue: number): Promise<void> {
  await press(page, 'Add photos');
  await page.getByRole('button', { name: kind, exact: true }).click();
  await page
    .locator('dialog input[type=file]')
    .last()
    .setInputFiles({ name: 'car.jpg', mimeType: 'image/jpeg', buffer: await drawn(page, hue) });
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await page
    .getByRole('button', { name: new RegExp(`^${kind} `) })
    .first()
    .waitFor();
}

const adding = next('photos-adding', job, async (page) => {
  await press(page, 'Add photos');
  await page.getByRole('dialog').waitFor();
});

const photos = next('photos', job, async (page) => {
  const compare = page.getByRole('button', { name: 'Compare before and after' });
  if ((await compare.count()) > 0) return;
  await add(page, 'Before', 210);
  await add(page, 'After', 130);
  await compare.waitFor();
});

const viewer = next('photo', photos, async (page) => {
  await page
    .getByRole('button', { name: /^After / })
    .first()
    .click();
  await page.getByRole('img', { name: /^After, / }).waitFor();
});

const compare = next('photos-compared', photos, async (page) => {
  await press(page, 'Compare before and after');
  await page.getByRole('slider').waitFor();
});

/** The pictures of a job: none yet, some, one of them large, two of them compared. */
export const photoStops: readonly Stop[] = [adding, photos, viewer, compare];

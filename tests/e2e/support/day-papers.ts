import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readPdf } from '@revops/papers/testing';
import type { Page } from 'playwright-core';
import { downloadOf } from './day-downloads.ts';

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** A paper of a job, made on this phone and read back by libraries that have nothing to do with what wrote it. */
export async function paperOf(
  page: Page,
  address: string,
  { paper, size }: { readonly paper: RegExp; readonly size: string },
) {
  await page.goto(`${address}/papers`);
  await page.getByRole('button', { name: paper }).first().click();
  await page.getByRole('button', { name: size, exact: true }).click();
  const path = await downloadOf(page, page.getByRole('button', { name: 'Download' }));
  const bytes = readFileSync(path);
  const { pages, text } = await readPdf(Uint8Array.from(bytes).buffer);
  const pictures = pages.reduce((sum, { images }) => sum + images, 0);
  // Where it is missing, the tests of the papers themselves say so.
  const hasPdftotext = spawnSync('pdftotext', ['-v']).error === undefined;
  const said = hasPdftotext
    ? flat(execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }))
    : flat(text);
  const widthMm = Math.round(((pages[0]?.width ?? 0) * 25.4) / 72);
  return { pages: pages.length, widthMm, pictures, texts: [flat(text), said] };
}

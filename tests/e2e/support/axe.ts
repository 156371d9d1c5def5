import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { AxeResults } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violations(page: Page, rules: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(source);
  const options = {
    resultTypes: ['violations'],
    ...(rules.length > 0 && { runOnly: { type: 'rule', values: rules } }),
  };
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.html} — ${node.failureSummary ?? ''}`),
  );
}

/** What is wrong with a page as it stands: all that axe finds, and a page wider than its window. */
async function faultsNow(page: Page, rules: readonly string[]): Promise<string[]> {
  const found = await violations(page, rules);
  const [needs, has] = await page.evaluate(
    () => [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const,
  );
  return needs > has ? [...found, `scrolls sideways: ${needs} in ${has}`] : found;
}

/** The same in both themes; in the dark only colours can differ. */
export async function faults(page: Page): Promise<string[]> {
  // A colour that still fades from one theme to the other is neither's.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await faultsNow(page, []);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await faultsNow(page, ['color-contrast']);
  return [...light, ...dark.map((fault) => `dark, ${fault}`)];
}

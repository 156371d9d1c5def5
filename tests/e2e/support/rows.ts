import type { Page } from 'playwright-core';

// Text, not a function: what compiles these files for the screenshots wraps functions in something no page knows.
const readDesk = (id: string): string => `(async () => {
  const all = await indexedDB.databases();
  const name = all.map((one) => one.name).find((one) => one.startsWith('revops-') && one !== 'revops-device');
  const opened = await new Promise((resolve, reject) => {
    const asked = indexedDB.open(name);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  const row = await new Promise((resolve) => {
    const asked = opened.transaction('rows').objectStore('rows').get(${JSON.stringify(id)});
    asked.onsuccess = () => resolve(asked.result);
  });
  opened.close();
  return row?.doc?.desk ?? '';
})()`;

/** Whose desk a job is at, as this phone has it. */
export const deskOf = (page: Page, jobId: string): Promise<string> => page.evaluate<string>(readDesk(jobId));

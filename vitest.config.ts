import { defineConfig } from 'vitest/config';

// `source` makes every workspace resolve to its TypeScript, so tests never run against a stale build.
const resolve = { conditions: ['source', 'module', 'node'] };
const ssr = { resolve };

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          include: [
            '{domain,couchdb,papers,sync-server}/src/**/*.test.ts',
            'pwa/src/**/*.test.{ts,tsx}',
            'tests/{simulator,mutations,tracker,conformance,leak,fuzz,upgrades}/**/*.test.ts',
          ],
          environment: 'node',
          globalSetup: ['tests/temporary-folder.ts'],
          testTimeout: 30_000,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/temporary-folder.ts', 'tests/e2e/global-setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

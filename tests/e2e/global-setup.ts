import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './support/project-root.ts';

/** The browser tests run against what people get: the built app and the built server. */
export function setup(): void {
  const needed = ['pwa/dist/index.html', 'pwa/dist-kit/index.html', 'sync-server/dist/main.js'];
  const missing = needed.filter((path) => !existsSync(join(projectRoot, path)));
  if (missing.length > 0)
    throw new Error(`Not built: ${missing.join(', ')}. Run npm run build and npm run build:kit first.`);
}

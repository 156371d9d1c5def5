import { fileURLToPath } from 'node:url';

/** The folder of the benchmark suite. */
export const benchRoot = fileURLToPath(new URL('../..', import.meta.url));

/** The built app that people get. */
export const appDist = fileURLToPath(new URL('../../../pwa/dist', import.meta.url));

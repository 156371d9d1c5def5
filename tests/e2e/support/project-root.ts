import { fileURLToPath } from 'node:url';

/** The folder that holds package.json of the whole project. */
export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

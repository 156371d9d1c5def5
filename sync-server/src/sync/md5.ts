import { createHash } from 'node:crypto';

/** The domain's `md5` by the machine's own code: an audit document is some 20 KB, and there is one per request. */
export const md5 = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex');

import { isDiskFull } from '#src/data/database/dead-connection.ts';
import { m } from '#src/words/compiled/messages.js';

/** Why a save that failed is not on this phone; nothing of it was stored, and what was typed stays. */
export const notSavedWords = (error: unknown): string =>
  isDiskFull(error) ? m.work_disk_full() : m.work_not_saved();

import { exportUnsent } from '#src/data/export.ts';
import { saveFile } from '#src/platform/save-file.ts';
import { m } from '#src/words/compiled/messages.js';

/** A copy of everything that only this phone has, as a file for the owner. */
export async function saveUnsent(): Promise<void> {
  const copy = await exportUnsent();
  const day = new Date().toISOString().slice(0, 10);
  await saveFile(new File([copy], `revops-${day}.json`, { type: 'application/json' }), m.more_export_file());
}

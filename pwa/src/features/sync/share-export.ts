import { exportUnsent } from '#src/data/export.ts';
import { saveFile } from '#src/platform/save-file.ts';
import { m } from '#src/words/compiled/messages.js';

/** Puts everything that only this phone has into a file: the share sheet where it takes files, else a download. */
export async function shareExport(): Promise<void> {
  const copy = await exportUnsent();
  const day = new Date().toISOString().slice(0, 10);
  await saveFile(new File([copy], `revops-${day}.json`, { type: 'application/json' }), m.sync_export_title());
}

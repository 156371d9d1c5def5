import { saveFile } from '#src/platform/save-file.ts';
import { exportUnsent } from './export.ts';

/** Puts everything that only this phone has into a file: the share sheet where it takes files, else a download. */
export async function shareUnsent(title: string): Promise<void> {
  const copy = await exportUnsent();
  const day = new Date().toISOString().slice(0, 10);
  await saveFile(new File([copy], `revops-${day}.json`, { type: 'application/json' }), title);
}

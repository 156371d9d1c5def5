import { download } from './download.ts';
import { share } from './share.ts';

const isPhone = (): boolean => matchMedia('(pointer: coarse)').matches;

/** Gives a file to the person: on phones to the share sheet, where it can leave the phone; else as a download. */
export async function saveFile(file: File, title: string): Promise<void> {
  if (isPhone() && (navigator.canShare?.({ files: [file] }) ?? false)) {
    const outcome = await share({ title, text: title, files: [file] });
    if (outcome === 'shared' || outcome === 'cancelled') return;
  }
  download(file);
}

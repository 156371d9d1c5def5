import { share } from './share.ts';

const isPhone = (): boolean => matchMedia('(pointer: coarse)').matches;

function download(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // The browser has taken the blob over by then; revoking at once would cancel it in Safari.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Gives a file to the person: on phones to the share sheet, where it can leave the phone; else as a download. */
export async function saveFile(file: File, title: string): Promise<void> {
  if (isPhone() && (navigator.canShare?.({ files: [file] }) ?? false)) {
    const outcome = await share({ title, text: title, files: [file] });
    if (outcome === 'shared' || outcome === 'cancelled') return;
  }
  download(file);
}

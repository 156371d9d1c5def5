/** Puts a file where this browser keeps downloads. */
export function download(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // The browser has taken the blob over by then; revoking at once would cancel it in Safari.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

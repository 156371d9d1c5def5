/** Excel cuts a file off as broken where a cell holds more. */
const MAX_CELL_LENGTH = 32_767;

// XML knows no way to write these at all, except tab and line feed.
// oxlint-disable-next-line no-control-regex -- they are what has to be found
const NEEDS_WORK = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/;
// oxlint-disable-next-line no-control-regex -- as above
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
// Excel reads these seven signs as one character; the underscore, said in the same way, keeps them as they were typed.
const EXCEL_ESCAPE = /_(x[0-9A-Fa-f]{4}_)/g;

/** A text as it stands in a sheet: read back it is the same text, whatever was typed. */
export function cellText(text: string): string {
  const kept = text.length > MAX_CELL_LENGTH ? text.slice(0, MAX_CELL_LENGTH) : text;
  if (!NEEDS_WORK.test(kept)) return kept;
  return kept
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(UNWRITABLE, '\ufffd')
    .replaceAll(EXCEL_ESCAPE, '_x005F_$1')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** What may be stored as a file: pictures as phones take them, and papers. Nothing that a browser would run. */
export const fileTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type FileType = (typeof fileTypes)[number];

/** So many first bytes decide. */
export const FILE_HEAD_BYTES = 12;

/** 15 MB: the largest picture a phone's camera makes is about 12 MB, a scanned paper less. */
export const MAX_FILE_BYTES = 15 * 1024 * 1024;

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));

const marks: readonly (readonly [type: FileType, at: number, bytes: readonly number[]])[] = [
  ['image/jpeg', 0, [0xff, 0xd8, 0xff]],
  ['image/png', 0, [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/webp', 8, ascii('WEBP')],
  ['application/pdf', 0, ascii('%PDF-')],
];

/** What a file is by its first bytes, whatever its name or a header says; undefined for what may not be stored. */
export function fileTypeOf(head: Uint8Array): FileType | undefined {
  const found = marks.find(([, at, bytes]) => bytes.every((byte, index) => head[at + index] === byte))?.[0];
  return found !== 'image/webp' || ascii('RIFF').every((byte, index) => head[index] === byte)
    ? found
    : undefined;
}

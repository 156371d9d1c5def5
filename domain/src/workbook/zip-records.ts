/** A file of an archive whose deflated bytes are known already. */
export interface ZipEntry {
  /** In ASCII. */
  readonly path: string;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
}

const DEFLATED = 8;
const VERSION = 20;
/** 1 January 1980, the day on which the clock of archives begins: equal contents are equal bytes. */
const FIRST_DAY = 0x21;
const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];

type Field = readonly [bytes: 2 | 4, value: number];

/** Numbers as archives write them, the small end first, with what follows them. */
function record(fields: readonly Field[], tail = ''): Uint8Array<ArrayBuffer> {
  const length = fields.reduce((sum, [bytes]) => sum + bytes, 0);
  const view = new DataView(new ArrayBuffer(length + tail.length));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  const whole = new Uint8Array(view.buffer);
  for (let index = 0; index < tail.length; index += 1) whole[at + index] = tail.charCodeAt(index);
  return whole;
}

const factsOf = ({ path, crc, size, packedSize }: ZipEntry): Field[] => [
  [2, VERSION],
  [2, 0],
  [2, DEFLATED],
  [2, 0],
  [2, FIRST_DAY],
  [4, crc],
  [4, packedSize],
  [4, size],
  [2, path.length],
  [2, 0],
];

/** What stands before the deflated bytes of a file. */
export const zipFileHeader = (entry: ZipEntry): Uint8Array<ArrayBuffer> =>
  record([[4, LOCAL], ...factsOf(entry)], entry.path);

/** What ends an archive: where each file is, in the order in which they stand. */
export function zipDirectory(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer>[] {
  let offset = 0;
  const rows = entries.map((entry) => {
    const row = record(
      [[4, CENTRAL], [2, VERSION], ...factsOf(entry), [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]],
      entry.path,
    );
    offset += zipFileHeader(entry).length + entry.packedSize;
    return row;
  });
  const length = rows.reduce((sum, row) => sum + row.length, 0);
  const end = record([
    [4, END],
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, length],
    [4, offset],
    [2, 0],
  ]);
  return [...rows, end];
}

/** What a layout needs to know of a font. */
export interface FontMetrics {
  has(character: string): boolean;
  /** In ems: times the size it is the width. Characters that the font lacks have none. */
  width(text: string): number;
  /** Of a capital letter, in ems. */
  readonly capHeight: number;
}

/**
 * Reads the widths of a TrueType font. Thirty lines instead of a library: the fonts are our own subsets, with one
 * character map of format 4, and jsPDF keeps what it reads to itself.
 */
export function readFont(bytes: Uint8Array): FontMetrics {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const table = tablesOf(data);
  const unitsPerEm = data.getUint16(table('head') + 18);
  const glyphs = glyphsOf(data, table('cmap'));
  const measured = data.getUint16(table('hhea') + 34);
  const hmtx = table('hmtx');
  const advance = (glyph: number): number => data.getUint16(hmtx + 4 * Math.min(glyph, measured - 1));
  return {
    has: (character) => glyphs.has(character.codePointAt(0) ?? 0),
    width: (text) => {
      let units = 0;
      for (const character of text) {
        const glyph = glyphs.get(character.codePointAt(0) ?? 0);
        if (glyph !== undefined) units += advance(glyph);
      }
      return units / unitsPerEm;
    },
    capHeight: data.getInt16(table('OS/2') + 88) / unitsPerEm,
  };
}

function tablesOf(data: DataView): (tag: string) => number {
  const places = new Map<string, number>();
  for (let index = 0; index < data.getUint16(4); index += 1) {
    const entry = 12 + 16 * index;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((at) => data.getUint8(entry + at)));
    places.set(tag, data.getUint32(entry + 8));
  }
  return (tag) => {
    const place = places.get(tag);
    if (place === undefined) throw new Error(`the font has no ${tag} table`);
    return place;
  };
}

/** Code point to glyph, from the first map of format 4. */
function glyphsOf(data: DataView, cmap: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  const start = cmap + data.getUint32(cmap + 8);
  if (data.getUint16(start) !== 4) throw new Error('the font’s character map is not of format 4');
  const twice = data.getUint16(start + 6);
  for (let at = 0; at < twice; at += 2) {
    const end = data.getUint16(start + 14 + at);
    const first = data.getUint16(start + 16 + twice + at);
    const delta = data.getUint16(start + 16 + 2 * twice + at);
    const rangeAt = start + 16 + 3 * twice + at;
    const range = data.getUint16(rangeAt);
    for (let code = first; code <= end && code !== 0xffff; code += 1) {
      const listed = range === 0 ? code : data.getUint16(rangeAt + range + 2 * (code - first));
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}

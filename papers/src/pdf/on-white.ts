/**
 * Letters as they look on paper: jsPDF drops how transparent a point of an RGBA picture is, so that a name would stand
 * black on black.
 */
export function onWhite(data: Uint8ClampedArray): Uint8ClampedArray {
  const flat = new Uint8ClampedArray(data.length);
  for (let at = 0; at < data.length; at += 4) {
    const cover = (data[at + 3] ?? 0) / 255;
    for (let part = at; part < at + 3; part += 1) flat[part] = (data[part] ?? 0) * cover + 255 * (1 - cover);
    flat[at + 3] = 255;
  }
  return flat;
}

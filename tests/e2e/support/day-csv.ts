/** Comma-separated values as RFC 4180 has them, read by something that knows nothing of who wrote them. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let [cell, isQuoted] = ['', false];
  const end = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  const source = text.replace(/^\uFEFF/u, '');
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at] ?? '';
    if (isQuoted && sign === '"' && source[at + 1] === '"') {
      cell += sign;
      at += 1;
    } else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && sign === ',') end();
    else if (!isQuoted && sign === '\n') {
      end();
      rows.push([]);
    } else if (isQuoted || sign !== '\r') cell += sign;
  }
  if (cell !== '') end();
  return rows.filter((row) => row.length > 0);
}

import type { RefusalCode } from '@revops/domain';

/** Room for a hand-over that names 5,000 payments, the largest document there is. */
const maxBytes = 512 * 1024;
const maxTextLength = 20_000;
const maxDepth = 16;

interface Step {
  readonly value: unknown;
  readonly depth: number;
}

/** Walks without recursion: what it guards against is exactly what would overflow the stack. */
export function oversize(document: object): RefusalCode | undefined {
  const open: Step[] = [{ value: document, depth: 1 }];
  let bytes = 0;
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const { value, depth } = step;
    if (typeof value === 'string') {
      if (value.length > maxTextLength) return 'too_large';
      bytes += value.length + 2;
    } else if (typeof value === 'object' && value !== null) {
      if (depth > maxDepth) return 'too_deep';
      for (const [key, member] of Object.entries(value)) {
        if (key === '__proto__') return 'invalid_document';
        bytes += key.length + 4;
        open.push({ value: member, depth: depth + 1 });
      }
    } else bytes += 8;
    if (bytes > maxBytes) return 'too_large';
  }
  return undefined;
}

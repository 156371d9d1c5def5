import type { PaperSize } from '@revops/papers';

export const paperSizes: readonly PaperSize[] = ['a4', 'a5', 'roll80', 'roll58'];

const key = 'revops-paper-size';

/** The size printed last on this phone: a printer is not changed between two cars. */
export function lastSize(): PaperSize {
  try {
    const kept = localStorage.getItem(key);
    return paperSizes.find((size) => size === kept) ?? 'a4';
  } catch {
    return 'a4';
  }
}

export function keepSize(size: PaperSize): void {
  try {
    localStorage.setItem(key, size);
  } catch {
    // Without storage the usual size is offered each time.
  }
}

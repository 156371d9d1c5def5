export type ShareOutcome = 'shared' | 'copied' | 'cancelled' | 'failed';

export interface Shareable {
  readonly title?: string;
  readonly text: string;
  readonly url?: string;
  readonly files?: File[];
}

/** The share sheet where there is one, else the clipboard. */
export async function share(what: Shareable): Promise<ShareOutcome> {
  const { files, ...words } = what;
  const data: ShareData = files === undefined ? words : { ...words, files };
  if (typeof navigator.share === 'function' && (navigator.canShare?.(data) ?? true)) {
    try {
      await navigator.share(data);
      return 'shared';
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
    }
  }
  return copy([what.text, what.url].filter(Boolean).join('\n'));
}

async function copy(text: string): Promise<ShareOutcome> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'failed';
  }
}

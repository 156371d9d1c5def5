const key = 'revops-reloaded-at';
/** A page that breaks again at once is not helped by a second reload. */
const restMs = 60_000;
/** Typing that is being written ends within milliseconds; a dead disk must not hold the reload up. */
const flushLimitMs = 500;

const flushers = new Set<() => Promise<unknown>>();

/** Something to finish before the page goes, such as a draft on its way to the disk. */
export function beforeReload(flush: () => Promise<unknown>): () => void {
  flushers.add(flush);
  return () => flushers.delete(flush);
}

export async function reloadPage(): Promise<void> {
  const flushed = Promise.allSettled([...flushers].map((flush) => flush()));
  await Promise.race([flushed, new Promise((resolve) => setTimeout(resolve, flushLimitMs))]);
  location.reload();
}

function mayReload(): boolean {
  try {
    const last = Number(sessionStorage.getItem(key) ?? 0);
    if (Math.abs(Date.now() - last) < restMs) return false;
    sessionStorage.setItem(key, String(Date.now()));
    return true;
  } catch {
    return false; // Without a memory nothing would end a loop of reloads.
  }
}

/** For what only a new page can help, such as a browser that gives no working database any more. @returns whether. */
export function reloadToHeal(): boolean {
  if (!mayReload()) return false;
  void reloadPage();
  return true;
}

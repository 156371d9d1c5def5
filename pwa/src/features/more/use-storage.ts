import { useEffect, useState } from 'react';

interface StorageState {
  /** The browser has promised not to clear it when space runs short. */
  readonly isKept: boolean;
  readonly usedBytes: number;
  readonly availableBytes: number;
}

async function look(): Promise<StorageState> {
  const [isKept, estimate] = await Promise.all([navigator.storage.persisted(), navigator.storage.estimate()]);
  return { isKept, usedBytes: estimate.usage ?? 0, availableBytes: estimate.quota ?? 0 };
}

/** How the browser keeps what is saved here, and asking it to keep it for good. */
export function useStorage() {
  const [state, setState] = useState<StorageState | undefined>();
  useEffect(() => {
    let isWanted = true;
    void look().then((next) => isWanted && setState(next));
    return () => {
      isWanted = false;
    };
  }, []);
  const ask = async (): Promise<void> => {
    await navigator.storage.persist();
    setState(await look());
  };
  return { state, ask };
}

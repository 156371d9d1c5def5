import { useState } from 'react';

export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  /** Selects all of them, or none when they are selected already. */
  readonly all: (ids: readonly string[]) => void;
  readonly clear: () => void;
}

/** Chosen rows by id: they stay chosen while others move them, and when they are out of sight. */
export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    ids,
    toggle: (id) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setIds(next);
    },
    all: (every) => setIds(new Set(every.every((id) => ids.has(id)) ? [] : every)),
    clear: () => setIds(new Set()),
  };
}

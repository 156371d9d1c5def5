import { useState } from 'react';

export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  /** Selects all of them, or none when they are selected already. */
  readonly all: (ids: readonly string[]) => void;
  readonly clear: () => void;
}

const none: ReadonlySet<string> = new Set();

/**
 * Chosen rows by id: they stay chosen while others move them. Where something else is shown they are let go, so that
 * nothing is moved that nobody sees.
 */
export function useSelection(shows: string): Selection {
  const [chosen, setChosen] = useState({ shows, ids: none });
  const ids = chosen.shows === shows ? chosen.ids : none;
  const setIds = (next: ReadonlySet<string>) => setChosen({ shows, ids: next });
  return {
    ids,
    toggle: (id) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setIds(next);
    },
    all: (every) => setIds(every.every((id) => ids.has(id)) ? none : new Set(every)),
    clear: () => setIds(none),
  };
}

import { useState } from 'react';
import { useShortcuts } from './use-shortcuts.ts';

export interface TableKeys {
  readonly keys: readonly string[];
  readonly selected?: ReadonlySet<string> | undefined;
  readonly onSelect?: ((selected: ReadonlySet<string>) => void) | undefined;
  readonly onOpen?: ((key: string) => void) | undefined;
  /** Further letters, such as c and r: called with the selected rows, else with the one under the cursor. */
  readonly acts?: Readonly<Record<string, (keys: readonly string[]) => void>> | undefined;
}

/** J K move, Enter open, X select, A all; other letters act on the selection or the row under the cursor. */
export function useTableKeys({ keys, selected, onSelect, onOpen, acts = {} }: TableKeys) {
  const [cursorKey, setCursorKey] = useState<string | undefined>();
  const found = cursorKey === undefined ? -1 : keys.indexOf(cursorKey);
  const cursor = found === -1 ? undefined : cursorKey;
  const move = (step: number) => {
    const next =
      found === -1 ? (step > 0 ? 0 : keys.length - 1) : Math.min(keys.length - 1, Math.max(0, found + step));
    setCursorKey(keys[next]);
  };
  const toggle = (key: string) => {
    const next = new Set(selected);
    if (!next.delete(key)) next.add(key);
    onSelect?.(next);
  };
  const act = (run: (rows: readonly string[]) => void) => () => {
    const chosen = keys.filter((key) => selected?.has(key));
    const rows = chosen.length > 0 ? chosen : cursor === undefined ? [] : [cursor];
    if (rows.length > 0) run(rows);
  };
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    ...(onOpen && cursor !== undefined && { Enter: () => onOpen(cursor) }),
    ...(onSelect && {
      x: cursor === undefined ? undefined : () => toggle(cursor),
      a: () => onSelect(new Set(selected?.size === keys.length ? [] : keys)),
    }),
    ...Object.fromEntries(Object.entries(acts).map(([letter, run]) => [letter, act(run)])),
  });
  return { cursor, toggle, setCursor: setCursorKey };
}

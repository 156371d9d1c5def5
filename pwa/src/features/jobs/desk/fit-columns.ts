interface Fitting {
  readonly width: number;
  readonly rank: number;
}

/** The columns for which there is room, in their order; the least important give way first, one always stays. */
export function fitColumns<C extends Fitting>(columns: readonly C[], roomRem: number): readonly C[] {
  let shown = [...columns];
  const needed = () => shown.reduce((sum, { width }) => sum + width, 0);
  while (shown.length > 1 && needed() > roomRem) {
    const least = Math.min(...shown.map(({ rank }) => rank));
    // Of equals the last one goes: the table is read from its start.
    const at = shown.findLastIndex(({ rank }) => rank === least);
    shown = shown.toSpliced(at, 1);
  }
  return shown;
}

const keyOf = (what: string): string => `revops-dismissed-${what}`;

/** Whether somebody has put this away within so many days. */
export function isDismissed(what: string, days: number): boolean {
  try {
    const at = Number(localStorage.getItem(keyOf(what)) ?? 0);
    return Math.abs(Date.now() - at) < days * 86_400_000;
  } catch {
    return true; // What cannot be put away for good would come back at every look.
  }
}

export function dismiss(what: string): void {
  try {
    localStorage.setItem(keyOf(what), String(Date.now()));
  } catch {
    // As above.
  }
}

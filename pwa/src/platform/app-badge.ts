type Badging = Navigator & {
  readonly setAppBadge?: (count: number) => Promise<void>;
  readonly clearAppBadge?: () => Promise<void>;
};

/** The number on the app's icon, where the system has one. */
export function showAppBadge(count: number): void {
  const badging = navigator as Badging;
  const shown = count > 0 ? badging.setAppBadge?.(count) : badging.clearAppBadge?.();
  // A browser may know it and still refuse, such as outside the installed app.
  shown?.catch(() => undefined);
}

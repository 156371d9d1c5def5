import type { LucideIcon } from 'lucide-react';

/** One place of the app, in the bar, the rail and the sidebar alike. */
export interface NavItem {
  readonly to: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Things that wait for this person there. */
  readonly count?: number;
  /** The one carbon fill of the screen: New job. */
  readonly isMain?: boolean;
  /** Only exactly this address is the place, not those below it. */
  readonly end?: boolean;
}

/** Beside the screen the main action stands on top; only under the thumb is its place in the middle. */
export function mainFirst(items: readonly NavItem[]): readonly NavItem[] {
  return items.toSorted((a, b) => Number(b.isMain ?? false) - Number(a.isMain ?? false));
}

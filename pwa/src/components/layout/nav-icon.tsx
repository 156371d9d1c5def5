import type { LucideIcon } from 'lucide-react';
import { CountBadge } from './count-badge.tsx';

export interface NavIconProps {
  readonly icon: LucideIcon;
  readonly count: number | undefined;
  readonly className?: string;
}

/** The picture of a place, with what waits there at its corner. */
export function NavIcon({ icon: Icon, count, className = '' }: NavIconProps) {
  return (
    <span className={`relative inline-flex h-7 items-center justify-center ${className}`}>
      <Icon aria-hidden="true" className="size-6" />
      {count !== undefined && count > 0 && (
        <span className="absolute start-4 -top-1.5">
          <CountBadge count={count} />
        </span>
      )}
    </span>
  );
}

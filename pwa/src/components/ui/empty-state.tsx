import type { ReactNode } from 'react';

export interface EmptyStateProps {
  /** One sentence. */
  readonly children: ReactNode;
  /** One action. */
  readonly action?: ReactNode;
}

/** Why there is nothing here, and the one thing to do about it. */
export function EmptyState({ children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-4 border-y border-dashed border-edge px-gutter py-8">
      <p className="max-w-prose text-ink-2">{children}</p>
      {action}
    </div>
  );
}

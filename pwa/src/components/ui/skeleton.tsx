import { m } from '#src/words/compiled/messages.js';

export interface SkeletonProps {
  readonly rows?: number;
  readonly label?: string;
}

/** The place of rows that only the server has. It stands still; nothing moves while data loads. */
export function Skeleton({ rows = 3, label = m.ui_loading() }: SkeletonProps) {
  return (
    <output className="block bg-surface">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span
          key={row}
          aria-hidden="true"
          className="flex min-h-16 items-center gap-4 border-b border-rule px-gutter"
        >
          <span className="h-6 w-28 rounded-stamp bg-rule" />
          <span className="h-4 flex-1 rounded-stamp bg-rule" />
          <span className="h-4 w-16 rounded-stamp bg-rule" />
        </span>
      ))}
    </output>
  );
}

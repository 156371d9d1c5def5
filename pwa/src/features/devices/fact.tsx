import type { ReactNode } from 'react';

interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
}

/** One line of what is known of a phone or a file: its name, and at the end of the line what it is. */
export function Fact({ name, children }: FactProps) {
  return (
    <div className="flex min-h-12 items-baseline justify-between gap-4 px-gutter py-3">
      <dt className="max-w-1/2 shrink-0 text-ink-2">{name}</dt>
      <dd className="min-w-0 text-end tabular-nums">{children}</dd>
    </div>
  );
}

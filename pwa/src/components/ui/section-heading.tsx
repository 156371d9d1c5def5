import type { ReactNode } from 'react';

export interface SectionHeadingProps {
  readonly children: ReactNode;
  readonly count?: number;
  readonly tone?: 'plain' | 'refused';
  /** The heading of the right-hand column: `still to collect`. */
  readonly aside?: ReactNode;
}

/** The line above a group of rows: `Late · 1`. */
export function SectionHeading({ children, count, tone = 'plain', aside }: SectionHeadingProps) {
  const colour = tone === 'refused' ? 'text-refused' : 'text-ink-2';
  return (
    <div className="flex items-baseline justify-between gap-3 px-gutter pt-6 pb-2 text-meta">
      <h2 className={`font-bold ${colour}`}>
        {children}
        {count !== undefined && ` · ${count}`}
      </h2>
      {aside !== undefined && <span className="font-semibold text-ink-2">{aside}</span>}
    </div>
  );
}

import type { ReactNode } from 'react';

export interface KitSectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function KitSection({ title, children }: KitSectionProps) {
  return (
    <section aria-label={title} className="border-b border-rule py-6">
      <h2 className="px-gutter pb-3 text-title">{title}</h2>
      <div className="flex flex-col gap-4">{children}</div>
    </section>
  );
}

/** Small things side by side. */
export function KitRow({ children }: { readonly children: ReactNode }) {
  return <div className="px-gutter flex flex-wrap items-center gap-3">{children}</div>;
}

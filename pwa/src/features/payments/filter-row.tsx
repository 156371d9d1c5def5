import type { ReactNode } from 'react';

/** What is listed and in which state: one under the other on a phone, one row at the desk, where the queue needs the height. */
export function FilterRow({ children }: { readonly children: ReactNode }) {
  return (
    <div className="bg-surface desk:flex desk:flex-wrap desk:gap-x-8 desk:gap-y-2 desk:border-b desk:border-rule desk:px-gutter desk:py-2">
      {children}
    </div>
  );
}

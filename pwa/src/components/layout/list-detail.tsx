import type { ReactNode } from 'react';

export interface ListDetailProps {
  readonly list: ReactNode;
  /** Undefined while nothing is open: phones and tablets then show the list. */
  readonly detail: ReactNode | undefined;
  /** What the desk says beside the list while nothing is open. */
  readonly nothingOpen?: ReactNode;
}

/** List 420 and detail side by side at the desk, one of the two below it. Each side scrolls by itself at the desk. */
export function ListDetail({ list, detail, nothingOpen }: ListDetailProps) {
  const isOpen = detail !== undefined;
  return (
    <div className="flex desk:h-dvh">
      <div
        className={`list-pane relative min-w-0 flex-1 desk:w-105 desk:flex-none desk:overflow-y-auto desk:border-e desk:border-rule ${isOpen ? 'max-desk:hidden' : ''}`}
      >
        {list}
      </div>
      <div className={`relative min-w-0 flex-1 desk:overflow-y-auto ${isOpen ? '' : 'max-desk:hidden'}`}>
        {isOpen ? detail : <div className="p-8 text-ink-2">{nothingOpen}</div>}
      </div>
    </div>
  );
}

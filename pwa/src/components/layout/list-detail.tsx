import type { ReactNode } from 'react';
import { classNames } from '#src/components/ui/class-names.ts';

export interface ListDetailProps {
  readonly list: ReactNode;
  /** Undefined while nothing is open: phones and tablets then show the list. */
  readonly detail: ReactNode | undefined;
  /** What the desk says beside the list while nothing is open. */
  readonly nothingOpen?: ReactNode;
  /** The list is a table or a board: it has the room at the desk, and a detail stands beside it while one is open. */
  readonly isWide?: boolean;
}

const listRoom = 'desk:w-105 desk:flex-none desk:overflow-y-auto desk:border-e desk:border-rule';
const detailRoom = 'narrow desk:w-105 desk:flex-none desk:border-s desk:border-rule wide:w-115';

/** List 420 and detail side by side at the desk, one of the two below it. Each side scrolls by itself at the desk. */
export function ListDetail({ list, detail, nothingOpen, isWide = false }: ListDetailProps) {
  const isOpen = detail !== undefined;
  const beside = nothingOpen === undefined ? undefined : <div className="p-8 text-ink-2">{nothingOpen}</div>;
  return (
    <div className="flex desk:h-dvh">
      <div
        className={classNames(
          'relative min-w-0 flex-1',
          isWide ? 'desk:overflow-hidden' : `list-pane ${listRoom}`,
          isOpen && 'max-desk:hidden',
        )}
      >
        {list}
      </div>
      <div
        className={classNames(
          'relative min-w-0 flex-1 desk:overflow-y-auto',
          isWide && detailRoom,
          !isOpen && (isWide ? 'hidden' : 'max-desk:hidden'),
        )}
      >
        {isOpen ? detail : beside}
      </div>
    </div>
  );
}

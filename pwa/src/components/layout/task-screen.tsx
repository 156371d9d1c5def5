import type { ReactNode } from 'react';
import { TopBar, type TopBarProps } from './top-bar.tsx';

export interface TaskScreenProps extends TopBarProps {
  readonly children: ReactNode;
  /** Stands directly above the footer, under the thumb: the keypad. */
  readonly pad?: ReactNode;
  /** The one fill button, `size="main" wide`; stays above the keyboard. */
  readonly footer: ReactNode;
  /** Wraps screen and button in this form, so that the keyboard's Go saves too. */
  readonly onSubmit?: () => void;
}

/** One thing to do, from top to the button at the bottom; the bottom bar is away meanwhile. */
export function TaskScreen({ children, pad, footer, onSubmit, ...bar }: TaskScreenProps) {
  const inside = (
    <>
      <div className="mx-auto w-full max-w-3xl flex-1 rail:flex-none">{children}</div>
      {pad !== undefined && <div className="mx-auto w-full max-w-3xl">{pad}</div>}
      <div className="max-rail:hidden rail:flex-1" />
      <footer className="task-footer bar-inset sticky z-10 border-t border-rule bg-surface">
        <div className="mx-auto w-full max-w-3xl px-gutter py-3">{footer}</div>
      </footer>
    </>
  );
  return (
    <div className="task-screen flex min-h-dvh flex-col">
      <TopBar {...bar} />
      {onSubmit === undefined ? (
        inside
      ) : (
        <form
          noValidate
          className="flex flex-1 flex-col"
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {inside}
        </form>
      )}
    </div>
  );
}

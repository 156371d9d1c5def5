import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  readonly icon: LucideIcon;
  /** What it does, in words; there is nothing else to read. */
  readonly label: string;
}

export function IconButton({ icon: Icon, label, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={classNames(
        'fade inline-flex size-12 shrink-0 items-center justify-center rounded-control text-ink -outline-offset-3 active:bg-sunken disabled:text-ink-3 desk:hover:bg-sunken',
        className,
      )}
      {...rest}
    >
      <Icon aria-hidden="true" className="size-6" />
    </button>
  );
}

import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import { classNames } from './class-names.ts';

/** `fill` is the one next action of a screen: exactly one is visible at a time. */
export type ButtonVariant = 'fill' | 'line' | 'text' | 'danger';

export interface ButtonLook {
  readonly variant?: ButtonVariant;
  readonly size?: 'main' | 'normal';
  readonly icon?: LucideIcon;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

const looks: Record<ButtonVariant, string> = {
  fill: 'bg-carbon text-on-carbon active:bg-carbon-press',
  line: 'border border-edge bg-surface text-ink active:bg-sunken desk:hover:bg-sunken',
  text: 'text-carbon active:bg-carbon-soft desk:hover:bg-carbon-soft',
  danger: 'border border-refused bg-surface text-refused active:bg-refused-soft desk:hover:bg-refused-soft',
};

function look({ variant = 'line', size = 'normal', wide = false }: Omit<ButtonLook, 'children'>): string {
  return classNames(
    'fade inline-flex min-w-12 items-center justify-center gap-2 rounded-control text-center',
    size === 'main' ? 'min-h-14 px-6 py-2 text-button' : 'min-h-12 px-4 py-2 text-strong',
    wide && 'w-full',
    looks[variant],
    'disabled:border-rule disabled:bg-sunken disabled:text-ink-3 aria-disabled:bg-sunken aria-disabled:text-ink-3',
  );
}

function Inside({ icon: Icon, children }: Pick<ButtonLook, 'icon' | 'children'>) {
  return (
    <>
      {Icon && <Icon aria-hidden="true" className="size-5 shrink-0" />}
      <span className="min-w-0">{children}</span>
    </>
  );
}

export type ButtonProps = ButtonLook & ComponentProps<'button'>;

export function Button({
  variant,
  size,
  icon,
  wide,
  children,
  className,
  type = 'button',
  ...rest
}: ButtonProps) {
  const looked = look({ ...(variant && { variant }), ...(size && { size }), ...(wide && { wide }) });
  return (
    <button type={type} className={classNames(looked, className)} {...rest}>
      <Inside {...(icon && { icon })}>{children}</Inside>
    </button>
  );
}

export type ButtonLinkProps = ButtonLook & Omit<LinkProps, 'children'>;

/** Looks like a button, goes somewhere: a link to assistive technology and to the middle mouse button. */
export function ButtonLink({ variant, size, icon, wide, children, className, ...rest }: ButtonLinkProps) {
  const looked = look({ ...(variant && { variant }), ...(size && { size }), ...(wide && { wide }) });
  return (
    <Link className={classNames(looked, className)} {...rest}>
      <Inside {...(icon && { icon })}>{children}</Inside>
    </Link>
  );
}

import type { ComponentProps, ReactNode } from 'react';
import { classNames } from '#src/components/ui/class-names.ts';
import { controlLook, FieldFrame, type FieldWords } from './field-frame.tsx';

export interface FieldProps extends FieldWords, Omit<ComponentProps<'input'>, 'prefix'> {
  /** Stands inside, before the text: `₹`, `+91`. */
  readonly prefix?: ReactNode;
}

/** One line of text. Takes everything `register()` of react-hook-form returns, its ref included. */
export function Field({ label, hint, error, optional = false, prefix, id, className, ...input }: FieldProps) {
  return (
    <FieldFrame {...{ label, hint, error, optional, id }}>
      {(links) => (
        <div className="relative flex">
          {prefix !== undefined && (
            <span
              aria-hidden="true"
              className="pointer-events-none absolute inset-y-0 start-3 flex items-center text-ink-2"
            >
              {prefix}
            </span>
          )}
          <input
            {...input}
            {...links}
            className={classNames(
              controlLook,
              prefix !== undefined && (typeof prefix === 'string' && prefix.length === 1 ? 'ps-8' : 'ps-12'),
              className,
            )}
          />
        </div>
      )}
    </FieldFrame>
  );
}

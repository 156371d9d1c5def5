import { useId, type ReactNode } from 'react';
import { m } from '#src/words/compiled/messages.js';

export interface FieldWords {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong and how to put it right; undefined while it is fine. */
  readonly error?: ReactNode;
  readonly optional?: boolean;
}

/** What links a control to its words. Spread `control` on the native element. */
export interface FieldLinks {
  readonly id: string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
}

export interface FieldFrameProps extends FieldWords {
  readonly children: (links: FieldLinks) => ReactNode;
  readonly id?: string | undefined;
}

/** Label above, hint and error below, all linked to the control. */
export function FieldFrame({ label, hint, error, optional = false, id: givenId, children }: FieldFrameProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-strong">
        {label}
        {optional && <span className="font-normal text-ink-3"> · {m.ui_optional()}</span>}
      </label>
      {children({
        id,
        'aria-invalid': error === undefined ? undefined : true,
        'aria-describedby': described === '' ? undefined : described,
      })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-meta text-ink-2">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className="font-semibold text-refused">
          {error}
        </p>
      )}
    </div>
  );
}

/** The look every single-line control shares. */
export const controlLook =
  'fade min-h-12 w-full min-w-0 rounded-control border border-edge bg-surface px-3 py-2 text-ink placeholder:text-ink-3 aria-invalid:border-refused aria-invalid:inset-ring aria-invalid:inset-ring-refused disabled:bg-sunken disabled:text-ink-3';

import type { ComponentProps } from 'react';
import { classNames } from '#src/components/ui/class-names.ts';
import { controlLook, FieldFrame, type FieldWords } from './field-frame.tsx';

export type TextAreaProps = FieldWords & ComponentProps<'textarea'>;

/** Several lines; grows with its text where the browser can. */
export function TextArea({ label, hint, error, optional = false, id, className, ...area }: TextAreaProps) {
  return (
    <FieldFrame {...{ label, hint, error, optional, id }}>
      {(links) => (
        <textarea
          rows={3}
          {...area}
          {...links}
          className={classNames(controlLook, 'field-sizing-content', className)}
        />
      )}
    </FieldFrame>
  );
}

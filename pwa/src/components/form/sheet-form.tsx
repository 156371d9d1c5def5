import type { ReactNode } from 'react';
import { Button, type ButtonVariant } from '#src/components/ui/button.tsx';

export interface SheetFormProps {
  readonly children: ReactNode;
  readonly saveWord: string;
  /** What destroys is drawn as such. */
  readonly variant?: Extract<ButtonVariant, 'fill' | 'danger'>;
  readonly isSaving: boolean;
  readonly onSubmit: () => void;
}

/** A short form inside a sheet: its fields and the one button, which the keyboard's Go presses too. */
export function SheetForm({ children, saveWord, variant = 'fill', isSaving, onSubmit }: SheetFormProps) {
  return (
    <form
      noValidate
      className="flex flex-col gap-4 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      {/* Under the thumb, however long the form is. */}
      <div className="sticky bottom-0 -mx-4 -mb-4 bg-surface p-4">
        <Button type="submit" variant={variant} size="main" wide disabled={isSaving}>
          {saveWord}
        </Button>
      </div>
    </form>
  );
}

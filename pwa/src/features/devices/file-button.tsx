import { useRef } from 'react';
import { Button, type ButtonProps } from '#src/components/ui/button.tsx';
import { m } from '#src/words/compiled/messages.js';

type FileButtonProps = ButtonProps & { readonly onChoose: (file: File | undefined) => Promise<void> };

/** A button that asks for a file. The same one may be chosen again: the input forgets it at once. */
export function FileButton({ onChoose, ...button }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label={m.devices_bring_choose()}
        className="sr-only"
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          void onChoose(file).finally(() => (currentTarget.value = ''));
        }}
      />
      <Button {...button} onClick={() => input.current?.click()} />
    </>
  );
}

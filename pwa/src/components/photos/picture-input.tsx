import { useRef } from 'react';
import { Button, type ButtonLook } from '#src/components/ui/button.tsx';
import { m } from '#src/words/compiled/messages.js';

export interface PictureInputProps extends ButtonLook {
  /** Opens the camera instead of the gallery, where the device has one. */
  readonly camera?: boolean;
  readonly disabled?: boolean;
  readonly onPictures: (files: readonly File[]) => void;
}

/** A button that asks for pictures. */
export function PictureInput({ camera = false, disabled = false, onPictures, ...look }: PictureInputProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        // A camera gives one picture at a time.
        {...(camera ? { capture: 'environment' } : { multiple: true })}
        aria-label={m.photos_add()}
        tabIndex={-1}
        className="hidden"
        onChange={(event) => {
          const files = Array.from(event.currentTarget.files ?? []);
          // The same picture may be chosen again after a failure.
          event.currentTarget.value = '';
          onPictures(files);
        }}
      />
      <Button {...look} disabled={disabled} onClick={() => input.current?.click()} />
    </>
  );
}

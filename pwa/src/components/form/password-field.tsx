import { Eye, EyeOff } from 'lucide-react';
import { useState, type ComponentProps } from 'react';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { m } from '#src/words/compiled/messages.js';
import { controlLook, FieldFrame, type FieldWords } from './field-frame.tsx';

export type PasswordFieldProps = FieldWords & Omit<ComponentProps<'input'>, 'type'>;

/** A password that can be looked at while it is typed: on a phone most mistakes are made blind. */
export function PasswordField({ label, hint, error, optional = false, id, ...input }: PasswordFieldProps) {
  const [isShown, setIsShown] = useState(false);
  return (
    <FieldFrame {...{ label, hint, error, optional, id }}>
      {(links) => (
        <div className="relative flex">
          <input
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            {...input}
            {...links}
            type={isShown ? 'text' : 'password'}
            className={`${controlLook} pe-12`}
          />
          <IconButton
            icon={isShown ? EyeOff : Eye}
            label={isShown ? m.app_password_hide() : m.app_password_show()}
            aria-pressed={isShown}
            onClick={() => setIsShown(!isShown)}
            className="absolute inset-y-0 end-0"
          />
        </div>
      )}
    </FieldFrame>
  );
}

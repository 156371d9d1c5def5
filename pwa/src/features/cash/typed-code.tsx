import { useState } from 'react';
import { TextArea } from '#src/components/form/text-area.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { m } from '#src/words/compiled/messages.js';

/** For phones whose camera is broken: the same code typed or pasted. */
export function TypedCode({ onCode }: { readonly onCode: (text: string) => void }) {
  const [text, setText] = useState('');
  return (
    <form
      noValidate
      className="flex flex-col gap-3 px-gutter py-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onCode(text);
      }}
    >
      <TextArea
        label={m.cash_scan_type()}
        hint={m.cash_scan_type_hint()}
        value={text}
        maxLength={400}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        translate="no"
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit">{m.cash_scan_read()}</Button>
    </form>
  );
}

import { CircleAlert, CloudCheck, Smartphone, type LucideIcon } from 'lucide-react';
import { m } from '#src/words/compiled/messages.js';

export type RowMarkState = 'phone' | 'server' | 'refused';

export interface RowMarkProps {
  readonly state: RowMarkState;
  /** In dense rows the word is left to screen readers, except for trouble. */
  readonly compact?: boolean;
}

const looks: Record<RowMarkState, { icon: LucideIcon; colour: string; word: () => string }> = {
  phone: { icon: Smartphone, colour: 'text-waiting', word: () => m.ui_mark_phone() },
  server: { icon: CloudCheck, colour: 'text-ink-3', word: () => m.ui_mark_server() },
  refused: { icon: CircleAlert, colour: 'text-refused', word: () => m.ui_mark_refused() },
};

/** Where an entry is: on this phone, on the server, or not accepted. */
export function RowMark({ state, compact = false }: RowMarkProps) {
  const { icon: Icon, colour, word } = looks[state];
  const isQuiet = compact && state !== 'refused';
  return (
    <span className={`inline-flex items-center gap-1 text-meta whitespace-nowrap ${colour}`}>
      <Icon aria-hidden="true" className="size-4 shrink-0" />
      <span className={isQuiet ? 'sr-only' : ''}>{word()}</span>
    </span>
  );
}

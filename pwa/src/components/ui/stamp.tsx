import { Ban, Check, Clock3, TriangleAlert, X, type LucideIcon } from 'lucide-react';
import { m } from '#src/words/compiled/messages.js';

export type StampState = 'waiting' | 'confirmed' | 'rejected' | 'cancelled' | 'clash';

export interface StampProps {
  readonly state: StampState;
  /** Other words than the usual, such as "Waiting for you". */
  readonly label?: string;
  /** The decision has just arrived: the stamp lands once. */
  readonly landing?: boolean;
}

const looks: Record<StampState, { icon: LucideIcon; colour: string; word: () => string }> = {
  waiting: { icon: Clock3, colour: 'text-waiting', word: () => m.ui_stamp_waiting() },
  confirmed: { icon: Check, colour: 'text-received', word: () => m.ui_stamp_confirmed() },
  rejected: { icon: X, colour: 'text-refused', word: () => m.ui_stamp_rejected() },
  cancelled: { icon: Ban, colour: 'text-ink-3', word: () => m.ui_stamp_cancelled() },
  clash: { icon: TriangleAlert, colour: 'text-refused', word: () => m.ui_stamp_clash() },
};

/** The state of money: dashed is pencil (waiting), solid is ink (decided), struck through is void. */
export function Stamp({ state, label, landing = false }: StampProps) {
  const { icon: Icon, colour, word } = looks[state];
  return (
    <span className={`stamp ${colour}`} data-state={state} data-landing={landing}>
      <Icon aria-hidden="true" className="size-4 shrink-0" strokeWidth={2.5} />
      <span className="stamp-word">{label ?? word()}</span>
    </span>
  );
}

import { telUrl } from '@revops/domain';
import { Phone } from 'lucide-react';
import { m } from '#src/words/compiled/messages.js';
import { classNames } from './class-names.ts';

export interface CallLinkProps {
  readonly phone: string;
  /** Whom it rings. */
  readonly name: string;
  readonly size?: 'main' | 'normal';
  /** Says no more than "Call" where the name stands beside it; read aloud it says whom. */
  readonly short?: boolean;
}

/** Rings somebody: looks like a button and leaves for the phone's own dialler. */
export function CallLink({ phone, name, size = 'normal', short = false }: CallLinkProps) {
  const words = m.work_call_name({ name });
  return (
    <a
      href={telUrl(phone)}
      {...(short && { 'aria-label': words })}
      className={classNames(
        'fade inline-flex max-w-full items-center justify-center gap-2 rounded-control border border-edge bg-surface text-center text-ink active:bg-sunken desk:hover:bg-sunken',
        size === 'main' ? 'min-h-14 px-6 py-2 text-button' : 'min-h-12 px-4 py-2 text-strong',
      )}
    >
      <Phone aria-hidden="true" className="size-5 shrink-0" />
      <span className="min-w-0">{short ? m.work_call() : words}</span>
    </a>
  );
}

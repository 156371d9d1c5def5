import { telUrl, whatsappUrl } from '@revops/domain';
import { MessageCircle, Phone, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { m } from '#src/words/compiled/messages.js';

export interface ReachLinksProps {
  readonly phone: string;
  /** What the chat begins with. */
  readonly message: string;
}

/** The two ways to a customer: a call and a chat. */
export function ReachLinks({ phone, message }: ReachLinksProps) {
  return (
    <div className="grid max-w-md grid-cols-2 gap-2">
      <Reach href={telUrl(phone)} icon={Phone}>
        {m.work_call()}
      </Reach>
      <Reach href={whatsappUrl(phone, message)} icon={MessageCircle}>
        {m.work_whatsapp()}
      </Reach>
    </div>
  );
}

interface ReachProps {
  readonly href: string;
  readonly icon: LucideIcon;
  readonly children: ReactNode;
}

/** Leaves the app: a call or a chat. */
export function Reach({ href, icon: Icon, children }: ReachProps) {
  return (
    <a
      href={href}
      {...(href.startsWith('https:') && { target: '_blank', rel: 'noreferrer' })}
      className="fade inline-flex min-h-12 items-center justify-center gap-2 rounded-control border border-edge bg-surface px-3 text-strong text-ink active:bg-sunken desk:hover:bg-sunken"
    >
      <Icon aria-hidden="true" className="size-5 shrink-0" />
      {children}
    </a>
  );
}

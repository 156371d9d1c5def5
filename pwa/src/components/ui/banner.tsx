import { CircleAlert, CircleCheck, Clock3, Info, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export interface BannerProps {
  readonly tone?: 'info' | 'received' | 'waiting' | 'refused';
  readonly children: ReactNode;
  /** One button or link. */
  readonly action?: ReactNode;
}

const looks: Record<NonNullable<BannerProps['tone']>, { icon: LucideIcon; colours: string }> = {
  info: { icon: Info, colours: 'bg-carbon-soft text-carbon' },
  received: { icon: CircleCheck, colours: 'bg-received-soft text-received' },
  waiting: { icon: Clock3, colours: 'bg-waiting-soft text-waiting' },
  refused: { icon: CircleAlert, colours: 'bg-refused-soft text-refused' },
};

/** One sentence across the top of a screen that stays until its cause is gone. */
export function Banner({ tone = 'info', children, action }: BannerProps) {
  const { icon: Icon, colours } = looks[tone];
  return (
    <div
      role={tone === 'refused' ? 'alert' : 'status'}
      className={`flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-rule px-gutter py-3 ${colours}`}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0 self-start" />
      <p className="min-w-0 flex-1 basis-48 font-semibold">{children}</p>
      {action}
    </div>
  );
}

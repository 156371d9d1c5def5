import { formatPhone } from '@revops/domain';
import { HandCoins, Phone, ScrollText, UserRoundMinus } from 'lucide-react';
import type { ReactNode } from 'react';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { formatTime } from '#src/components/ui/format-time.ts';
import { useFormats } from '#src/components/ui/formats.ts';
import { Money } from '#src/components/ui/money.tsx';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { useDevices, useSession } from '#src/data/hooks/index.ts';
import type { PersonView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { roleWords } from './role-words.ts';
import { useOpenJobs } from './use-open-jobs.ts';

interface PersonSheetProps {
  readonly person: PersonView | undefined;
  readonly onClose: () => void;
}

/** One person: how to reach them, their cash, their phones, and taking their key away. */
export function PersonSheet({ person, onClose }: PersonSheetProps) {
  return (
    <Sheet open={person !== undefined} onClose={onClose} title={person?.name ?? ''}>
      {person !== undefined && <Person key={person.id} person={person} />}
    </Sheet>
  );
}

function Person({ person }: { readonly person: PersonView }) {
  const isMe = person.id === useSession().userId;
  const openJobs = useOpenJobs(person.id);
  const { held, waitingHandOver, waitingDeposit, rejected } = person.cash;
  return (
    <div className="flex flex-col">
      <dl className="divide-y divide-rule border-b border-rule">
        <Line name={m.team_role()}>{roleWords(person.role)}</Line>
        {person.phone !== undefined && (
          <Line name={m.team_phone()}>
            <a
              href={`tel:${person.phone}`}
              className="inline-flex min-h-12 items-center gap-2 font-semibold text-carbon underline underline-offset-4"
            >
              <Phone aria-hidden="true" className="size-5" />
              {formatPhone(person.phone)}
            </a>
          </Line>
        )}
        <Line name={m.team_holds()}>
          <Money amount={held.amount} size="strong" />
        </Line>
        <Line name={m.team_waiting_hand_over()}>
          <Money amount={waitingHandOver.amount} />
        </Line>
        {waitingDeposit.amount !== 0 && (
          <Line name={m.team_waiting_deposit()}>
            <Money amount={waitingDeposit.amount} />
          </Line>
        )}
        <Line name={m.team_open_jobs()}>{openJobs}</Line>
        {rejected.amount !== 0 && (
          <Line name={m.team_rejected_cash()}>
            <span className="text-refused">
              <Money amount={rejected.amount} />
            </span>
          </Line>
        )}
      </dl>
      <Phones userId={person.id} />
      <div className="flex flex-wrap gap-3 p-4">
        <ButtonLink to={`/money/statement/${person.id}`} icon={ScrollText}>
          {m.cash_statement_title()}
        </ButtonLink>
        {!isMe && held.amount !== 0 && (
          <ButtonLink to={`/team/${person.id}/cash`} icon={HandCoins}>
            {m.team_take_over()}
          </ButtonLink>
        )}
        {!isMe && (person.active || openJobs > 0) && (
          <ButtonLink to={`/team/${person.id}/leave`} icon={UserRoundMinus}>
            {person.active ? m.team_remove() : m.team_leave_rest()}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 px-gutter py-1">
      <dt className="text-ink-2">{name}</dt>
      <dd className="text-end">{children}</dd>
    </div>
  );
}

function Phones({ userId }: { readonly userId: string }) {
  const devices = useDevices();
  const formats = useFormats();
  const own = devices.status === 'ready' ? devices.value.filter((device) => device.userId === userId) : [];
  if (own.length === 0) return null;
  return (
    <ul className="divide-y divide-rule border-b border-rule">
      {own.map((device) => (
        <li
          key={device.id}
          className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 px-gutter py-2"
        >
          <span>
            <span className="text-strong">{device.code}</span>{' '}
            <span className="text-ink-2">{device.label}</span>
          </span>
          <span className="text-meta text-ink-2">
            {device.lastHeard === undefined
              ? m.team_never_heard()
              : m.team_heard({ time: formatTime(device.lastHeard, formats) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

import { negateMoney } from '@revops/domain';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Plate } from '#src/components/ui/plate.tsx';
import type { StampProps } from '#src/components/ui/stamp.tsx';
import { Stub } from '#src/components/ui/stub.tsx';
import { useNow, useSession } from '#src/data/hooks/index.ts';
import type { WaiverView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { momentWord } from '#src/words/time-words.ts';
import { WaiverActions } from './waiver-actions.tsx';

export interface WaiverStubProps {
  readonly waiver: WaiverView;
  readonly decimals?: 'auto' | 'always';
  /** Among those of other cars: the plate is its title and leads to the job. */
  readonly showsCar?: boolean;
}

/** One discount as a slip: why, how sure it is, and what the owner may do about it. */
export function WaiverStub({ waiver, decimals = 'auto', showsCar = false }: WaiverStubProps) {
  const formats = useFormats();
  const now = useNow(60_000);
  const isOwner = useSession().role === 'owner';
  const { plate, plateKind, customerName, reason, giverName, givenAt, decision, mark } = waiver;
  const isRefused = mark === 'refused';
  return (
    <Stub
      number={m.waivers_discount()}
      title={showsCar && plate !== undefined ? <Plate plate={plate} kind={plateKind} /> : reason}
      {...(showsCar && { to: `/jobs/${encodeURIComponent(waiver.jobId)}` })}
      amount={negateMoney(waiver.amount)}
      decimals={decimals}
      {...(!isRefused && { stamp: stampOf(waiver, isOwner) })}
      mark={mark}
      note={
        <>
          {showsCar && customerName !== undefined && <p className="text-body text-ink">{customerName}</p>}
          {showsCar && plate !== undefined && <p>{reason}</p>}
          <p>{m.waivers_by({ name: giverName, time: momentWord(givenAt, now, formats) })}</p>
          {decision?.verdict === 'rejected' && <p className="text-body text-refused">{decision.reason}</p>}
        </>
      }
      action={
        isRefused ? (
          <ButtonLink to="/not-accepted" variant="text">
            {m.sync_not_accepted_see()}
          </ButtonLink>
        ) : (
          isOwner && <WaiverActions waiver={waiver} />
        )
      }
    />
  );
}

function stampOf({ state, decision }: WaiverView, isOwner: boolean): StampProps {
  if (state === 'waiting')
    return { state, label: isOwner ? m.waivers_stamp_waiting_owner() : m.waivers_stamp_waiting() };
  if (state === 'rejected') return { state };
  return { state, label: decision === undefined ? m.waivers_stamp_counts() : m.waivers_stamp_agreed() };
}

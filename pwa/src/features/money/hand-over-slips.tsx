import { ownerHasSpoken } from '@revops/domain';
import { HandOverCover } from '#src/components/cash/hand-over-cover.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { useSession } from '#src/data/hooks/index.ts';
import type { HandOverView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { ConfirmCovered, DecideHandOver } from './decide-hand-over.tsx';
import { HandOverSlip } from './hand-over-slip.tsx';

interface HandOverSlipsProps {
  readonly handOvers: readonly HandOverView[];
  readonly onDecide: (handOver: HandOverView, verdict: 'confirmed' | 'withdrawn') => Promise<boolean>;
  readonly onReject: (handOver: HandOverView) => void;
}

/** Hand-overs with the words that this person may say of each. */
export function HandOverSlips({ handOvers, ...words }: HandOverSlipsProps) {
  if (handOvers.length === 0) return null;
  return (
    <ul className="border-t border-rule">
      {handOvers.map((handOver) => (
        <li key={handOver.id}>
          <DecidableSlip handOver={handOver} {...words} />
        </li>
      ))}
    </ul>
  );
}

type DecidableSlipProps = Omit<HandOverSlipsProps, 'handOvers'> & { readonly handOver: HandOverView };

function DecidableSlip({ handOver, onDecide, onReject }: DecidableSlipProps) {
  const { role, userId } = useSession();
  const isReceiver = handOver.document.to === userId;
  // Of an owner's word the receiver is told; it is not the receiver's to take back.
  const mayDecide = role === 'owner' || (isReceiver && !ownerHasSpoken(handOver.decisions));
  const isWaiting = handOver.state === 'waiting';
  const confirm = (): void => void onDecide(handOver, 'confirmed');
  const undo = (
    <Button variant="text" onClick={() => void onDecide(handOver, 'withdrawn')}>
      {m.money_take_back()}
    </Button>
  );
  return (
    <HandOverSlip
      handOver={handOver}
      cover={(isWaiting || handOver.agreed) && <HandOverCover handOver={handOver} />}
      {...(mayDecide && !isWaiting && { undo })}
    >
      {mayDecide && isWaiting ? (
        <DecideHandOver handOver={handOver} onConfirm={confirm} onReject={() => onReject(handOver)} />
      ) : (
        role === 'owner' && handOver.agreed && <ConfirmCovered handOver={handOver} onConfirm={confirm} />
      )}
    </HandOverSlip>
  );
}

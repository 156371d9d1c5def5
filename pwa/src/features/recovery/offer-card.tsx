import { money } from '@revops/domain';
import { Smartphone } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Money } from '#src/components/ui/money.tsx';
import { useNow } from '#src/data/hooks/index.ts';
import type { RecoveryOffer } from '#src/data/server/recovery.ts';
import { m } from '#src/words/compiled/messages.js';
import { momentWord } from '#src/words/time-words.ts';
import { AcceptOffer } from './accept-offer.tsx';
import { DiscardOffer } from './discard-offer.tsx';
import { contentWord } from './content-word.ts';

interface OfferCardProps {
  readonly offer: RecoveryOffer;
  readonly isOnline: boolean;
  /** What became of it, in words: the card goes. */
  readonly onAnswered: (words: string) => void;
  /** The phone has added to it since it was listed. */
  readonly onChanged: () => void;
}

/** Who brings what of whom, with the money in it: all that an owner has to know before it counts. */
export function OfferCard({ offer, isOnline, onAnswered, onChanged }: OfferCardProps) {
  const formats = useFormats();
  const now = useNow(60_000);
  const [asking, setAsking] = useState<'accept' | 'discard' | undefined>();
  const ask = (what: typeof asking) => () => isOnline && setAsking(what);
  const close = (): void => setAsking(undefined);
  const { who, device, receivedAt, refused } = offer;
  const phone = device?.code ?? device?.label;
  return (
    <li className="flex flex-col gap-3 border-b border-rule bg-surface px-gutter py-4">
      <div className="flex gap-3">
        <Smartphone aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-ink-2" />
        <div className="min-w-0">
          <h2 className="text-strong">
            {m.recovery_from({ name: who.name ?? m.recovery_of_unknown() })}
            {phone !== undefined && ` · ${phone}`}
          </h2>
          <p className="text-meta text-ink-2">
            {m.recovery_since({ time: momentWord(receivedAt, now, formats) })}
          </p>
        </div>
      </div>
      <p className="font-semibold">{contentWord(offer)}</p>
      <Writers offer={offer} />
      {refused.length > 0 && (
        <p className="font-semibold text-refused">{m.recovery_refused({ count: refused.length })}</p>
      )}
      <div className="flex flex-wrap gap-2 max-rail:*:grow">
        <Button aria-disabled={!isOnline} onClick={ask('accept')}>
          {m.recovery_accept()}
        </Button>
        <Button variant="text" aria-disabled={!isOnline} onClick={ask('discard')}>
          {m.recovery_discard()}
        </Button>
      </div>
      <AcceptOffer
        offer={offer}
        open={asking === 'accept'}
        onClose={close}
        onAccepted={(stored) => onAnswered(m.recovery_accepted({ count: stored }))}
        onChanged={onChanged}
      />
      <DiscardOffer
        offer={offer}
        open={asking === 'discard'}
        onClose={close}
        onDiscarded={() => onAnswered(m.recovery_discarded())}
      />
    </li>
  );
}

/** Whose it is: one line per person, the money at its end. */
function Writers({ offer }: { readonly offer: RecoveryOffer }) {
  return (
    <ul className="border-t border-rule" aria-label={m.recovery_written_by()}>
      {offer.by.map(({ id, name, documents: count, money: amount }) => (
        <li
          key={id}
          className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-rule py-2"
        >
          <span className="min-w-0 flex-1">
            {m.recovery_line({ name: name ?? m.recovery_of_unknown(), count })}
          </span>
          {amount !== 0 && (
            <span className="font-semibold">
              <Money amount={money(amount)} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useFormats } from '#src/components/ui/formats.ts';
import { useSession } from '#src/data/hooks/index.ts';
import { useReadPayments, useWaitingPayments } from '#src/data/hooks/use-waiting-payments.ts';
import { showAppBadge } from '#src/platform/app-badge.ts';
import { isInSight, tellInSight } from '#src/platform/in-sight.ts';
import { notifiedIds, notify, notifyState } from '#src/platform/notifications.ts';
import { m } from '#src/words/compiled/messages.js';
import { arrivals, type Known } from './arrivals.ts';
import { arrivalWords } from './arrival-words.ts';
import { useOpened } from './use-opened.ts';
import { worthTelling } from './worth-telling.ts';

/** What comes together is told together. */
const gatherMs = 1500;
/** A notification that names one payment opens it; the queue has the others. */
const placeOf = (ids: readonly string[]): string =>
  ids.length === 1 ? `/payments?id=${encodeURIComponent(ids[0] ?? '')}` : '/payments';

/**
 * New waiting payments announce themselves to an owner: read aloud while the app is open, on the icon, and, where it was
 * allowed, as a notification while nobody looks.
 */
export function LivePayments() {
  const { userId, workshopName } = useSession();
  const formats = useFormats();
  const waiting = useWaitingPayments();
  const readPayments = useReadPayments();
  const navigate = useNavigate();
  const known = useRef<Known>(undefined);
  const gathered = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // One after the other: a second notification speaks for the first too, once that is on screen.
  const telling = useRef<Promise<void>>(Promise.resolve());
  const [said, setSaid] = useState({ words: '', turn: 0 });
  useOpened((to) => void navigate(to));
  useEffect(tellInSight, []);

  const tell = useEffectEvent(async () => {
    const fresh = worthTelling(await readPayments(gathered.current.splice(0)), userId);
    if (fresh.length === 0) return;
    setSaid(({ turn }) => ({ words: arrivalWords(fresh, formats), turn: turn + 1 }));
    if (notifyState(userId) !== 'on' || (await isInSight())) return;
    const earlier = worthTelling(await readPayments(await notifiedIds()), userId);
    const all = [...new Map([...earlier, ...fresh].map((payment) => [payment.id, payment])).values()];
    const ids = all.map(({ id }) => id);
    await notify(workshopName, arrivalWords(all, formats), { ids, to: placeOf(ids) });
  });
  const look = useEffectEvent((ids: readonly string[], isSettled: boolean) => {
    const found = arrivals(known.current, { ids, isSettled });
    known.current = found.known;
    showAppBadge(ids.length);
    if (found.fresh.length === 0) return;
    gathered.current.push(...found.fresh);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      telling.current = telling.current.catch(() => undefined).then(() => tell());
    }, gatherMs);
  });

  const value = waiting.status === 'ready' ? waiting.value : undefined;
  useEffect(() => {
    if (value !== undefined) look(value.ids, value.isSettled);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <output aria-label={m.live_label()} className="sr-only">
      {/* A new element for each: the same words twice would change nothing, and nothing would be read aloud. */}
      <span key={said.turn}>{said.words}</span>
    </output>
  );
}

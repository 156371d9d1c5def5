import { useLater } from '#src/components/later/use-later.ts';

const load = () => import('#src/features/live/later-live.ts');

/** What announces itself to owners, as soon as that part of the app is here. */
export function OwnerLive() {
  const later = useLater(load);
  return later.status === 'here' ? <later.part.LivePayments /> : null;
}

import { money } from '@revops/domain';
import type { SyncEntry } from '#src/components/ui/sync-sheet.tsx';
import type { SyncView } from '#src/components/ui/sync-view.ts';
import { m } from '#src/words/compiled/messages.js';

/** Data, not words: it stays as it is in every locale. Long names and lakhs on purpose. */
export const names = {
  raj: 'Honda City · Raj Kumar',
  tours: 'Ertiga · Sri Venkateshwara Tours and Travels Private Limited',
  doctor: 'Nexon EV · Dr. Meenakshi Sundaram Iyer',
  anil: 'Splendor · Anil',
};

export const syncViews: readonly SyncView[] = [
  { state: 'sent', heardAt: '2026-07-18T09:02:00.000Z' },
  { state: 'no_signal', heardAt: '2026-07-18T08:40:00.000Z' },
  { state: 'waiting', count: 3, amount: money(450_000) },
  { state: 'sending', count: 3, photos: 5 },
  { state: 'photos', count: 5 },
  { state: 'stale', count: 3, since: '2026-07-15T08:40:00.000Z' },
  { state: 'refused', count: 2 },
  { state: 'signed_out', count: 3 },
  { state: 'storage_full', neededMb: 200 },
  { state: 'clock_off', aheadMs: 86_400_000 },
  { state: 'update' },
];

export const syncEntries = (): readonly SyncEntry[] => [
  {
    id: '1',
    number: 'A1 · 41',
    title: 'MH 12 AB 1234 · ₹2,000',
    mark: 'refused',
    reason: m.kit_reason_refused(),
  },
  { id: '2', number: 'A1 · 42', title: 'MH 14 GT 0420 · ₹2,500', mark: 'phone' },
  { id: '3', number: 'A1 · 40', title: 'KA 05 MN 7', mark: 'server' },
];

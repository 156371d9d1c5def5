import { formatMoney } from '@revops/domain';
import { m } from '#src/words/compiled/messages.js';
import { formatTime, formatDuration, formatWeekday } from './format-time.ts';
import type { Formats } from './formats.ts';
import type { SyncView } from './sync-view.ts';

/** At most 20 characters. */
export function pillWords(view: SyncView, formats: Formats): string {
  switch (view.state) {
    case 'sent':
      return m.ui_sync_pill_sent();
    case 'no_signal':
      return m.ui_sync_pill_no_signal();
    case 'waiting':
      return m.ui_sync_pill_waiting({ count: view.count });
    case 'sending':
      return m.ui_sync_pill_sending({ count: view.count });
    case 'photos':
      return m.ui_sync_pill_photos({ count: view.count });
    case 'stale':
      return m.ui_sync_pill_stale({ count: view.count, day: formatWeekday(view.since, formats) });
    case 'refused':
      return m.ui_sync_pill_refused({ count: view.count });
    case 'signed_out':
      return view.count === 0 ? m.ui_sync_pill_sign_in() : m.ui_sync_pill_signed_out({ count: view.count });
    case 'storage_full':
      return m.ui_sync_pill_storage();
    case 'clock_off':
      return m.ui_sync_pill_clock();
    case 'update':
      return m.ui_sync_pill_update();
  }
}

/** The same state in one or two sentences. */
export function sheetWords(view: SyncView, formats: Formats): string {
  switch (view.state) {
    case 'sent':
    case 'no_signal':
      return heardWords(view, formats);
    case 'waiting':
      return view.amount === undefined
        ? m.ui_sync_sheet_waiting({ count: view.count })
        : m.ui_sync_sheet_waiting_money({ count: view.count, amount: formatMoney(view.amount, formats) });
    case 'sending':
      return view.photos === undefined || view.photos === 0
        ? m.ui_sync_sheet_sending({ count: view.count })
        : m.ui_sync_sheet_sending_photos({ count: view.count, photos: view.photos });
    case 'photos':
      return m.ui_sync_sheet_photos({ count: view.count });
    case 'stale':
      return m.ui_sync_sheet_stale();
    case 'refused':
      return m.ui_sync_sheet_refused({ count: view.count });
    case 'signed_out':
      return m.ui_sync_sheet_signed_out();
    case 'storage_full':
      return m.ui_sync_sheet_storage({ size: view.neededMb });
    case 'clock_off':
      return clockWords(view.aheadMs, formats);
    case 'update':
      return m.ui_sync_sheet_update();
  }
}

function heardWords(view: Extract<SyncView, { heardAt?: string }>, formats: Formats): string {
  const isSent = view.state === 'sent';
  if (view.heardAt === undefined)
    return isSent ? m.ui_sync_sheet_sent_plain() : m.ui_sync_sheet_no_signal_plain();
  const time = formatTime(view.heardAt, formats);
  return isSent ? m.ui_sync_sheet_sent({ time }) : m.ui_sync_sheet_no_signal({ time });
}

function clockWords(aheadMs: number, formats: Formats): string {
  const duration = formatDuration(aheadMs, formats);
  return aheadMs > 0 ? m.ui_sync_sheet_clock_ahead({ duration }) : m.ui_sync_sheet_clock_behind({ duration });
}

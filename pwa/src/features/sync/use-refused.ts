import { useFormats } from '#src/components/ui/formats.ts';
import type { SyncEntry } from '#src/components/ui/sync-sheet.tsx';
import { useSession, useTray } from '#src/data/hooks/index.ts';
import type { TrayItem } from '#src/data/views.ts';
import { share } from '#src/platform/share.ts';
import { errorWords } from '#src/words/error-words.ts';
import { m } from '#src/words/compiled/messages.js';
import { titleOf } from '#src/words/document-title.ts';
import { placeOf } from './refused-words.ts';

/** What was not accepted and not answered yet, and what can be done about each. */
export function useRefused() {
  const formats = useFormats();
  const { deviceCode } = useSession();
  const tray = useTray();
  const items = tray.status === 'ready' ? tray.value.filter((item) => !item.answered) : [];
  const find = (key: string): TrayItem | undefined => items.find((item) => item.key === key);
  const numberOf = ({ document }: TrayItem): string =>
    document.n === undefined ? '' : `${deviceCode} · ${document.n}`;
  const entries = items.map((item): SyncEntry => ({
    id: item.key,
    number: numberOf(item),
    title: titleOf(item.document, formats),
    mark: 'refused',
    reason: errorWords(item.code),
  }));
  async function askOwner(key: string): Promise<void> {
    const item = find(key);
    if (item === undefined) return;
    await share({
      text: m.sync_ask_owner({
        what: titleOf(item.document, formats),
        number: numberOf(item),
        reason: errorWords(item.code),
      }),
    });
  }
  const placeOfKey = (key: string): string => {
    const item = find(key);
    return item === undefined ? '/not-accepted' : placeOf(item.document);
  };
  return { entries, placeOf: placeOfKey, askOwner };
}

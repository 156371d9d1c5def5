import { useFormats } from '#src/components/ui/formats.ts';
import type { SyncEntry } from '#src/components/ui/sync-sheet.tsx';
import { useTray } from '#src/data/hooks/index.ts';
import type { TrayItem } from '#src/data/views.ts';
import { errorWords } from '#src/words/error-words.ts';
import { titleOf } from '#src/words/document-title.ts';
import { askOwner } from './ask-owner.ts';
import { placeOf } from './refused-place.ts';
import { useCodes } from './use-codes.ts';

/** What was not accepted and not answered yet, and what can be done about each. */
export function useRefused() {
  const formats = useFormats();
  const codeOf = useCodes();
  const tray = useTray();
  const items = tray.status === 'ready' ? tray.value.filter((item) => !item.answered) : [];
  const find = (key: string): TrayItem | undefined => items.find((item) => item.key === key);
  const numberOf = ({ document }: TrayItem): string =>
    document.n === undefined ? '' : `${codeOf(document.device)} · ${document.n}`;
  const entries = items.map((item): SyncEntry => ({
    id: item.key,
    number: numberOf(item),
    title: titleOf(item.document, formats),
    mark: 'refused',
    reason: errorWords(item.code),
    isCorrectable: placeOf(item) !== undefined,
  }));
  const ask = async (key: string): Promise<void> => {
    const item = find(key);
    if (item !== undefined) await askOwner(item, codeOf(item.document.device), formats);
  };
  const placeOfKey = (key: string): string => {
    const item = find(key);
    return (item && placeOf(item)) ?? '/not-accepted';
  };
  return { entries, placeOf: placeOfKey, askOwner: ask };
}

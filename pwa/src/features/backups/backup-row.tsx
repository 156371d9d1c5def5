import type { BackupList } from '@revops/domain';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useFormats } from '#src/components/ui/formats.ts';
import { m } from '#src/words/compiled/messages.js';
import { sizeInWords } from './size-in-words.ts';

interface BackupRowProps {
  readonly item: BackupList['items'][number];
  readonly time: string;
}

/** One backup: when, whether it was brought back on trial, and how large it is. */
export function BackupRow({ item, time }: BackupRowProps) {
  const formats = useFormats();
  const Icon = item.verified ? CircleCheck : CircleAlert;
  return (
    <li className="flex min-h-16 items-center gap-4 border-b border-rule bg-surface px-gutter py-2">
      <span className="min-w-0 flex-1">
        <span className="block text-strong first-letter:uppercase">{time}</span>
        <span
          className={`flex items-center gap-1.5 text-meta ${item.verified ? 'text-received' : 'font-semibold text-refused'}`}
        >
          <Icon aria-hidden="true" className="size-4 shrink-0" />
          {item.verified ? m.backups_verified() : m.backups_not_verified()}
        </span>
      </span>
      <span className="text-ink-2">{sizeInWords(item.bytes, formats)}</span>
    </li>
  );
}

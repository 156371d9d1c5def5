import { X } from 'lucide-react';
import { useFormats } from '#src/components/ui/formats.ts';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { useNow } from '#src/data/hooks/index.ts';
import type { PhotoView } from '#src/data/queries/photos.ts';
import { m } from '#src/words/compiled/messages.js';
import { photoKindWord } from '#src/words/photo-words.ts';
import { momentWord } from '#src/words/time-words.ts';

export interface ViewerHeadProps {
  readonly photo: PhotoView;
  readonly at: number;
  readonly count: number;
  readonly onClose: () => void;
}

/** What the picture shows, who took it and when. */
export function ViewerHead({ photo, at, count, onClose }: ViewerHeadProps) {
  const formats = useFormats();
  const when = momentWord(photo.takenAt, useNow(60_000), formats);
  return (
    <header className="flex items-start justify-between gap-2 py-1 ps-4 pe-1 pt-[max(0.25rem,env(safe-area-inset-top))]">
      <div className="min-w-0 py-1.5">
        <h2 className="text-strong">
          {photoKindWord(photo.kind)}
          <span className="font-normal text-ink-2"> · {m.photos_count({ at: at + 1, count })}</span>
        </h2>
        <p className="text-meta text-ink-2">
          {photo.personName === '' ? when : m.photos_by({ when, name: photo.personName })}
        </p>
      </div>
      <IconButton icon={X} label={m.ui_close()} onClick={onClose} />
    </header>
  );
}

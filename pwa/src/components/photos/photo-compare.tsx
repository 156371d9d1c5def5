import { X } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { useModal } from '#src/components/ui/use-modal.ts';
import type { PhotoView } from '#src/data/queries/photos.ts';
import { m } from '#src/words/compiled/messages.js';
import { CompareStage } from './compare-stage.tsx';
import { photoPair } from './photo-pair.ts';
import { PickPhoto } from './pick-photo.tsx';

export interface PhotoCompareProps {
  readonly photos: readonly PhotoView[];
  readonly onClose: () => void;
}

/** The car as it came in over the car as it leaves, with a line between them that a finger moves. */
export function PhotoCompare({ photos, onClose }: PhotoCompareProps) {
  const modal = useModal(true, onClose);
  const { before, after } = photoPair(photos);
  const [beforeId, setBeforeId] = useState(before[0]?.id);
  const [afterId, setAfterId] = useState(after.at(-1)?.id);
  const left = before.find(({ id }) => id === beforeId) ?? before[0];
  const right = after.find(({ id }) => id === afterId) ?? after.at(-1);
  return (
    <dialog {...modal} aria-label={m.photos_compare_title()} className="layer full photo-ground">
      <header className="flex items-center justify-between gap-2 ps-4 pe-1 pt-[env(safe-area-inset-top)]">
        <h2 className="text-strong">{m.photos_compare_title()}</h2>
        <IconButton icon={X} label={m.ui_close()} onClick={onClose} />
      </header>
      {left !== undefined && right !== undefined && (
        <CompareStage key={`${left.id} ${right.id}`} before={left} after={right} />
      )}
      <footer className="bar-inset flex flex-wrap justify-between gap-x-6 gap-y-2 px-4 py-3">
        <PickPhoto
          label={m.photos_compare_pick_before()}
          photos={before}
          chosen={left?.id}
          onChoose={setBeforeId}
        />
        <PickPhoto
          label={m.photos_compare_pick_after()}
          photos={after}
          chosen={right?.id}
          onChoose={setAfterId}
        />
      </footer>
    </dialog>
  );
}

import { useFormats } from '#src/components/ui/formats.ts';
import { useNow } from '#src/data/hooks/index.ts';
import type { PhotoView } from '#src/data/queries/photos.ts';
import { m } from '#src/words/compiled/messages.js';
import { photoKindWord } from '#src/words/photo-words.ts';
import { momentWord } from '#src/words/time-words.ts';
import { FileTrouble } from './file-trouble.tsx';
import type { OpenedFile } from './use-opened-file.ts';
import type { useZoom } from './use-zoom.ts';

export interface PhotoStageProps {
  readonly photo: PhotoView;
  readonly file: OpenedFile;
  readonly picture: Pick<ReturnType<typeof useZoom>, 'zoom' | 'handlers'>;
  readonly onAgain: () => void;
  readonly onSwipe: (to: 'next' | 'previous') => void;
}

/** The picture, or its thumbnail with a word on why there is no more of it. */
export function PhotoStage({ photo, file, picture, onAgain, onSwipe }: PhotoStageProps) {
  const formats = useFormats();
  const when = momentWord(photo.takenAt, useNow(60_000), formats);
  const source = file.status === 'ready' ? file.address : photo.thumbnail;
  const { scale, x, y } = picture.zoom;
  return (
    <div className="relative min-h-0 flex-1 overflow-hidden select-none">
      {/* Holds on to each finger that lands on it: buttons have to stand beside it. */}
      <div {...picture.handlers(onSwipe)} className="absolute inset-0 touch-none">
        {source !== undefined && (
          <img
            src={source}
            alt={m.photos_alt({ kind: photoKindWord(photo.kind), when, name: photo.personName })}
            draggable={false}
            className={`size-full object-contain ${scale > 1 ? 'cursor-grab' : ''}`}
            style={{ transform: `translate(${x}px, ${y}px) scale(${scale})` }}
          />
        )}
      </div>
      <div className="absolute inset-x-4 bottom-4 flex justify-center">
        <FileTrouble file={file} onAgain={onAgain} />
      </div>
    </div>
  );
}

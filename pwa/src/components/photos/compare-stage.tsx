import { MoveHorizontal } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { PhotoView } from '#src/data/queries/photos.ts';
import { m } from '#src/words/compiled/messages.js';
import { photoKindWord } from '#src/words/photo-words.ts';
import { FileTrouble } from './file-trouble.tsx';
import { useOpenedFile } from './use-opened-file.ts';

export interface CompareStageProps {
  readonly before: PhotoView;
  readonly after: PhotoView;
}

/** Both pictures on top of each other; what is left of the line is before. */
export function CompareStage({ before, after }: CompareStageProps) {
  const [share, setShare] = useState(50);
  const first = useOpenedFile(before.sha256);
  const second = useOpenedFile(after.sha256);
  const trouble = first.file.status === 'ready' ? second : first;
  const source = ({ file }: typeof first, photo: PhotoView) =>
    file.status === 'ready' ? file.address : photo.thumbnail;
  return (
    <div className="relative min-h-0 flex-1 overflow-hidden select-none has-focus-visible:outline-3 has-focus-visible:-outline-offset-3 has-focus-visible:outline-focus">
      <Picture source={source(second, after)} />
      <div className="absolute inset-0 bg-canvas" style={{ clipPath: `inset(0 ${100 - share}% 0 0)` }}>
        <Picture source={source(first, before)} />
      </div>
      <div
        aria-hidden="true"
        className="absolute inset-y-0 w-0.5 -translate-x-1/2 bg-ink"
        style={{ left: `${share}%` }}
      >
        <span className="absolute start-1/2 top-1/2 flex size-12 -translate-1/2 items-center justify-center rounded-full border-2 border-ink bg-surface text-ink">
          <MoveHorizontal className="size-6" />
        </span>
      </div>
      <Corner side="start-3">{photoKindWord('before')}</Corner>
      <Corner side="end-3">{photoKindWord('after')}</Corner>
      {/* A slider of the browser as large as the pictures: a finger anywhere moves the line, and so do the arrows. */}
      <input
        type="range"
        min={0}
        max={100}
        value={share}
        aria-label={m.photos_compare_slide()}
        data-autofocus
        onChange={(event) => setShare(Number(event.target.value))}
        className="absolute inset-0 size-full cursor-ew-resize touch-none appearance-none opacity-0"
      />
      <div className="absolute inset-x-4 bottom-4 flex justify-center">
        <FileTrouble file={trouble.file} onAgain={trouble.again} />
      </div>
    </div>
  );
}

function Picture({ source }: { readonly source: string | undefined }) {
  if (source === undefined) return null;
  return <img src={source} alt="" draggable={false} className="absolute inset-0 size-full object-contain" />;
}

function Corner({ side, children }: { readonly side: string; readonly children: ReactNode }) {
  return (
    <span
      className={`pointer-events-none absolute top-3 ${side} rounded-control bg-surface px-3 py-1 text-meta font-semibold`}
    >
      {children}
    </span>
  );
}

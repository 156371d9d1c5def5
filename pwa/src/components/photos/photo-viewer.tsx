import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { useModal } from '#src/components/ui/use-modal.ts';
import type { PhotoView } from '#src/data/queries/photos.ts';
import { m } from '#src/words/compiled/messages.js';
import { photoPlaceText } from '#src/words/photo-words.ts';
import { PhotoStage } from './photo-stage.tsx';
import { SharePhoto } from './share-photo.tsx';
import { useOpenedFile } from './use-opened-file.ts';
import { useZoom, zoomStep } from './use-zoom.ts';
import { ViewerHead } from './viewer-head.tsx';
import { viewerKey } from './viewer-key.ts';

export interface PhotoViewerProps {
  readonly photos: readonly PhotoView[];
  /** The one that was tapped. */
  readonly first: string;
  readonly plate: string;
  readonly onClose: () => void;
}

/** The pictures of a job one by one, as large as the screen; fingers, keys and buttons do the same. */
export function PhotoViewer({ photos, first, plate, onClose }: PhotoViewerProps) {
  const modal = useModal(true, onClose);
  const [id, setId] = useState(first);
  // By id: one that arrives meanwhile must not put another one under the eye.
  const at = photos.findIndex((one) => one.id === id);
  const picture = useZoom();
  const show = (index: number) => {
    const next = photos[index];
    if (next === undefined) return;
    picture.reset();
    setId(next.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = viewerKey(event.key, picture.zoom.scale > 1);
    if (act === undefined) return;
    event.preventDefault();
    if (act.kind === 'zoom') picture.by(act.larger ? zoomStep : 1 / zoomStep);
    else if (act.kind === 'move') picture.move(act.by);
    else if (act.kind === 'reset') picture.reset();
    else show(act.to === 'first' ? 0 : act.to === 'last' ? photos.length - 1 : at + act.to);
  };
  const photo = photos[at];
  return (
    <dialog {...modal} aria-label={m.photos_view()} className="layer full photo-ground" onKeyDown={onKeyDown}>
      {photo !== undefined && (
        <OpenPhoto
          photo={photo}
          plate={plate}
          picture={picture}
          at={at}
          count={photos.length}
          {...{ show, onClose }}
        />
      )}
    </dialog>
  );
}

interface OpenPhotoProps extends Pick<PhotoViewerProps, 'plate' | 'onClose'> {
  readonly photo: PhotoView;
  readonly picture: ReturnType<typeof useZoom>;
  readonly at: number;
  readonly count: number;
  readonly show: (index: number) => void;
}

function OpenPhoto({ photo, plate, picture, at, count, show, onClose }: OpenPhotoProps) {
  const { file, again } = useOpenedFile(photo.sha256);
  const { by, zoom } = picture;
  return (
    <>
      <ViewerHead photo={photo} at={at} count={count} onClose={onClose} />
      <PhotoStage
        photo={photo}
        file={file}
        picture={picture}
        onAgain={again}
        onSwipe={(to) => show(to === 'next' ? at + 1 : at - 1)}
      />
      <footer className="bar-inset">
        <p className="px-4 pt-2 text-center text-meta text-ink-2">{photoPlaceText(photo.place)}</p>
        <div className="flex items-center justify-center gap-1 p-1">
          <IconButton
            icon={ChevronLeft}
            label={m.photos_previous()}
            disabled={at === 0}
            onClick={() => show(at - 1)}
          />
          <IconButton
            icon={ZoomOut}
            label={m.photos_zoom_out()}
            disabled={zoom.scale === 1}
            onClick={() => by(1 / zoomStep)}
          />
          <IconButton icon={ZoomIn} label={m.photos_zoom_in()} onClick={() => by(zoomStep)} />
          <SharePhoto photo={photo} plate={plate} file={file} />
          <IconButton
            icon={ChevronRight}
            label={m.photos_next()}
            disabled={at === count - 1}
            onClick={() => show(at + 1)}
          />
        </div>
      </footer>
    </>
  );
}

import { CircleAlert, CloudCheck, CloudDownload, ImageIcon, Smartphone, type LucideIcon } from 'lucide-react';
import { useFormats } from '#src/components/ui/formats.ts';
import { useNow } from '#src/data/hooks/index.ts';
import type { PhotoPlace, PhotoView } from '#src/data/queries/photos.ts';
import { photoKindWord, photoPlaceWord } from '#src/words/photo-words.ts';
import { momentWord } from '#src/words/time-words.ts';

const looks: Readonly<Record<PhotoPlace, { readonly icon: LucideIcon; readonly colour: string }>> = {
  waiting: { icon: Smartphone, colour: 'text-waiting' },
  here: { icon: CloudCheck, colour: 'text-ink-3' },
  away: { icon: CloudDownload, colour: 'text-ink-3' },
  refused: { icon: CircleAlert, colour: 'text-refused' },
};

export interface PhotoTileProps {
  readonly photo: PhotoView;
  readonly onOpen: () => void;
}

/** A picture of the strip: the thumbnail, what it shows and where it is. */
export function PhotoTile({ photo, onOpen }: PhotoTileProps) {
  const formats = useFormats();
  const now = useNow(60_000);
  const { icon: Icon, colour } = looks[photo.place];
  const [kind, place] = [photoKindWord(photo.kind), photoPlaceWord(photo.place)];
  return (
    <button
      type="button"
      onClick={onOpen}
      className="fade relative flex w-30 flex-col gap-1 rounded-control text-start active:bg-sunken desk:hover:bg-sunken"
    >
      <Thumbnail photo={photo} />
      <span className="px-0.5 text-meta font-semibold">{kind} </span>
      <span className={`flex items-start gap-0.5 text-meta ${colour}`}>
        <Icon aria-hidden="true" className="size-4 shrink-0" />
        {place}
      </span>
      {/* Read aloud, or all pictures of a kind would have one name. The tile holds it: elsewhere it would widen the page. */}
      <span className="sr-only">, {momentWord(photo.takenAt, now, formats)}</span>
    </button>
  );
}

export function Thumbnail({ photo }: { readonly photo: PhotoView }) {
  if (photo.thumbnail === undefined) {
    return (
      <span className="flex size-30 items-center justify-center rounded-control border border-rule bg-sunken text-ink-3">
        <ImageIcon aria-hidden="true" className="size-8" />
      </span>
    );
  }
  return (
    <img
      src={photo.thumbnail}
      alt=""
      draggable={false}
      className="size-30 rounded-control border border-rule bg-sunken object-cover"
    />
  );
}

import type { PhotoView } from '#src/data/queries/photos.ts';
import { useFormats } from '#src/components/ui/formats.ts';
import { useNow } from '#src/data/hooks/index.ts';
import { momentWord } from '#src/words/time-words.ts';

export interface PickPhotoProps {
  readonly label: string;
  readonly photos: readonly PhotoView[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** One of several pictures; nothing where there is only one. */
export function PickPhoto({ label, photos, chosen, onChoose }: PickPhotoProps) {
  const formats = useFormats();
  const now = useNow(60_000);
  if (photos.length < 2) return null;
  return (
    <fieldset aria-label={label} className="flex min-w-0 flex-col gap-1">
      <span aria-hidden="true" className="text-meta text-ink-2">
        {label}
      </span>
      <span className="flex gap-2 overflow-x-auto p-0.5">
        {photos.map((photo) => (
          <button
            key={photo.id}
            type="button"
            aria-pressed={photo.id === chosen}
            aria-label={momentWord(photo.takenAt, now, formats)}
            onClick={() => onChoose(photo.id)}
            className={`size-14 shrink-0 overflow-hidden rounded-control border-2 bg-sunken ${photo.id === chosen ? 'border-carbon' : 'border-edge'}`}
          >
            {photo.thumbnail !== undefined && (
              <img src={photo.thumbnail} alt="" className="size-full object-cover" />
            )}
          </button>
        ))}
      </span>
    </fieldset>
  );
}

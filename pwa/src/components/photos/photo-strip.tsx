import { Camera, Columns2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { useSession } from '#src/data/hooks/index.ts';
import { useJobPhotos } from '#src/data/hooks/use-photos.ts';
import type { JobView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { AddPhotosSheet } from './add-photos-sheet.tsx';
import { PhotoTile } from './photo-tile.tsx';
import { usualKind } from './usual-kind.ts';

// Looked at far less often than jobs are opened.
const PhotoViewer = lazy(async () => ({ default: (await import('./photo-viewer.tsx')).PhotoViewer }));
const PhotoCompare = lazy(async () => ({ default: (await import('./photo-compare.tsx')).PhotoCompare }));

export interface PhotoStripProps {
  readonly job: Pick<JobView, 'id' | 'desk' | 'status' | 'plate'>;
}

/** The pictures of a job in one line, and the way to more of them. */
export function PhotoStrip({ job }: PhotoStripProps) {
  const { role, userId } = useSession();
  const photos = useJobPhotos(job.id);
  const [open, setOpen] = useState<'add' | 'compare' | { readonly photo: string } | undefined>();
  if (photos.status === 'loading') return null;
  const close = () => setOpen(undefined);
  const mayAdd = role === 'owner' || job.desk === userId;
  const kinds = new Set(photos.value.map(({ kind }) => kind));
  const shown = typeof open === 'object' ? open.photo : undefined;
  return (
    <section aria-label={m.photos_section()} className="border-b border-rule bg-surface py-3">
      <ul className="flex gap-2 overflow-x-auto px-gutter pb-1 desk:flex-wrap">
        {mayAdd && (
          <li className="shrink-0">
            <AddTile onAdd={() => setOpen('add')} />
          </li>
        )}
        {photos.value.map((photo) => (
          <li key={photo.id} className="shrink-0">
            <PhotoTile photo={photo} onOpen={() => setOpen({ photo: photo.id })} />
          </li>
        ))}
        {photos.value.length === 0 && (
          <li className="flex min-w-0 flex-1 items-center ps-2 text-meta text-ink-2">
            {mayAdd ? m.photos_none() : m.photos_none_of_others()}
          </li>
        )}
      </ul>
      {kinds.has('before') && kinds.has('after') && (
        <div className="px-gutter pt-2">
          <Button icon={Columns2} wide onClick={() => setOpen('compare')}>
            {m.photos_compare()}
          </Button>
        </div>
      )}
      <AddPhotosSheet open={open === 'add'} onClose={close} jobId={job.id} usual={usualKind(job.status)} />
      <Suspense>
        {shown !== undefined && (
          <PhotoViewer photos={photos.value} first={shown} plate={job.plate} onClose={close} />
        )}
        {open === 'compare' && <PhotoCompare photos={photos.value} onClose={close} />}
      </Suspense>
    </section>
  );
}

function AddTile({ onAdd }: { readonly onAdd: () => void }) {
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={onAdd}
      className="fade flex size-30 flex-col items-center justify-center gap-1 rounded-control border border-dashed border-edge text-center text-meta font-semibold text-ink active:bg-sunken desk:hover:bg-sunken"
    >
      <Camera aria-hidden="true" className="size-6 text-ink-2" />
      {m.photos_add()}
    </button>
  );
}

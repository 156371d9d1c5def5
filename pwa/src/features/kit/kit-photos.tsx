import { PhotoTile } from '#src/components/photos/photo-tile.tsx';
import type { PhotoView } from '#src/data/queries/photos.ts';
import { KitRow, KitSection } from './kit-section.tsx';

const nothing = () => undefined;

const photo = (kind: PhotoView['kind'], place: PhotoView['place']): PhotoView => ({
  id: `${kind} ${place}`,
  kind,
  place,
  sha256: kind,
  takenAt: '2026-06-18T04:30:00.000Z',
  personName: 'Imran Shaikh',
});

const photos = [
  photo('before', 'waiting'),
  photo('during', 'here'),
  photo('after', 'away'),
  photo('paper', 'refused'),
];

/** Pictures of a job, each where it may be; without thumbnails, as they come from a phone that made none. */
export function KitPhotos() {
  return (
    <KitSection title="Photos">
      <KitRow>
        {photos.map((one) => (
          <PhotoTile key={one.id} photo={one} onOpen={nothing} />
        ))}
      </KitRow>
    </KitSection>
  );
}

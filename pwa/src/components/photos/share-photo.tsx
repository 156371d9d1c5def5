import { formatPlate } from '@revops/domain';
import { Share2 } from 'lucide-react';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import type { PhotoView } from '#src/data/queries/photos.ts';
import { saveFile } from '#src/platform/save-file.ts';
import { m } from '#src/words/compiled/messages.js';
import { photoKindWord } from '#src/words/photo-words.ts';
import type { OpenedFile } from './use-opened-file.ts';

export interface SharePhotoProps {
  readonly photo: PhotoView;
  readonly plate: string;
  readonly file: OpenedFile;
}

const endings: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/webp': 'webp' };

/** Gives the picture away, such as to the customer: the share sheet on phones, a download at the desk. */
export function SharePhoto({ photo, plate, file }: SharePhotoProps) {
  const give = () => {
    if (file.status !== 'ready') return;
    const { blob } = file;
    const name = m.photos_share_name({ plate: formatPlate(plate), kind: photoKindWord(photo.kind) });
    const ending = endings[blob.type] ?? 'jpg';
    void saveFile(new File([blob], `${name}.${ending}`, { type: blob.type }), name);
  };
  return (
    <IconButton icon={Share2} label={m.photos_share()} disabled={file.status !== 'ready'} onClick={give} />
  );
}

import { photoKindSchema, type PhotoKind } from '@revops/domain';
import { Camera, Images } from 'lucide-react';
import { useId, useState } from 'react';
import { Chip } from '#src/components/ui/chip.tsx';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { useHasCamera } from '#src/platform/has-camera.ts';
import { m } from '#src/words/compiled/messages.js';
import { photoKindWord } from '#src/words/photo-words.ts';
import { PictureInput } from './picture-input.tsx';
import { useAddPhotos } from './use-add-photos.ts';

export interface AddPhotosSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly jobId: string;
  /** What the pictures most likely show. */
  readonly usual: PhotoKind;
}

/** What the pictures show, and where they come from: two taps to the camera. */
export function AddPhotosSheet({ open, onClose, ...inside }: AddPhotosSheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title={m.photos_add()}>
      <AddPhotos onDone={onClose} {...inside} />
    </Sheet>
  );
}

interface AddPhotosProps extends Pick<AddPhotosSheetProps, 'jobId' | 'usual'> {
  readonly onDone: () => void;
}

function AddPhotos({ jobId, usual, onDone }: AddPhotosProps) {
  const id = useId();
  const hasCamera = useHasCamera();
  const [kind, setKind] = useState(usual);
  const { add, adding, problem } = useAddPhotos(jobId);
  const onPictures = async (files: readonly File[]) => {
    if (await add(files, kind)) onDone();
  };
  const shared = {
    disabled: adding !== undefined,
    onPictures: (files: readonly File[]) => void onPictures(files),
  };
  return (
    <div className="flex flex-col gap-4 p-4">
      <fieldset aria-labelledby={id} className="flex min-w-0 flex-col gap-2">
        <span id={id} className="text-strong">
          {m.photos_kind()}
        </span>
        <div className="flex flex-wrap gap-2">
          {photoKindSchema.options.map((option) => (
            <Chip key={option} selected={option === kind} onSelect={() => setKind(option)}>
              {photoKindWord(option)}
            </Chip>
          ))}
        </div>
      </fieldset>
      {problem !== undefined && (
        <p role="alert" className="font-semibold text-refused">
          {problem}
        </p>
      )}
      <output className="min-h-6 text-ink-2 empty:hidden">
        {adding !== undefined && m.photos_saving({ at: adding.at, count: adding.count })}
      </output>
      {hasCamera && (
        <PictureInput {...shared} camera variant="fill" size="main" wide icon={Camera}>
          {m.photos_take()}
        </PictureInput>
      )}
      <PictureInput {...shared} variant={hasCamera ? 'line' : 'fill'} size="main" wide icon={Images}>
        {hasCamera ? m.photos_choose() : m.photos_choose_desk()}
      </PictureInput>
      <p className="text-meta text-ink-2">{m.photos_add_text()}</p>
    </div>
  );
}

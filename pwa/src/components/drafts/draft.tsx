import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { currentDevice } from '#src/data/account/current-device.ts';
import { DraftKeeper, type LeftDraft } from '#src/data/drafts/draft-keeper.ts';
import { draftKey } from '#src/data/drafts/drafts.ts';
import { DraftLine } from './draft-line.tsx';

/** What a form does with its draft. */
export interface FormDraft<T> {
  /** What was left, to begin with. */
  readonly left: Partial<T> | undefined;
  /** To be given to `useActs`: the draft leaves with the save that it becomes. */
  readonly key: string;
  /** While typing; undefined where nothing is worth keeping. */
  readonly keep: (values: T | undefined) => void;
  /** After the save. */
  readonly done: () => void;
  /** Says that this is a draft, and offers to throw it away; nothing when there was none. */
  readonly line: ReactNode;
}

interface DraftProps<T> {
  readonly form: string;
  /** The document that the form is about; a draft leaves with the right to read it. */
  readonly about?: string | undefined;
  readonly children: (draft: FormDraft<T>) => ReactNode;
}

type Reading = { readonly keeper: DraftKeeper; readonly left: LeftDraft | undefined; readonly turn: number };

/** Begins a form with what was typed when it was left, by its closing or by a killed app. Per person, and only here. */
export function Draft<T extends object>({ form, about, children }: DraftProps<T>) {
  const [reading, setReading] = useState<Reading | undefined>();
  useEffect(() => {
    const device = currentDevice();
    if (device === undefined) return undefined;
    let isWanted = true;
    const keeper = new DraftKeeper(device.db, { form, about });
    void keeper.read().then((left) => {
      if (isWanted) setReading({ keeper, left, turn: 0 });
    });
    return () => {
      isWanted = false;
    };
  }, [form, about]);
  if (reading === undefined) return null;
  const { keeper, left, turn } = reading;
  const discard = (): void => {
    const device = currentDevice();
    if (device === undefined) return;
    void keeper.end();
    setReading({ keeper: new DraftKeeper(device.db, { form, about }), left: undefined, turn: turn + 1 });
  };
  return (
    <Kept key={turn} keeper={keeper} left={left} place={draftKey({ form, about })} onDiscard={discard}>
      {children}
    </Kept>
  );
}

interface KeptProps<T> {
  readonly keeper: DraftKeeper;
  readonly left: LeftDraft | undefined;
  readonly place: string;
  readonly onDiscard: () => void;
  readonly children: (draft: FormDraft<T>) => ReactNode;
}

function Kept<T extends object>({ keeper, left, place, onDiscard, children }: KeptProps<T>) {
  // The same as long as the form is: effects may depend on it.
  const keep = useCallback((values: T | undefined) => keeper.keep(values), [keeper]);
  return children({
    left: left?.values as Partial<T> | undefined,
    key: place,
    keep,
    done: () => void keeper.end(),
    line: left !== undefined && <DraftLine savedAt={left.savedAt} onDiscard={onDiscard} />,
  });
}

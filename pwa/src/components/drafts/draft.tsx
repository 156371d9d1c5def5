import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { currentDevice } from '#src/data/account/current-device.ts';
import { DraftKeeper, type OpenedForm } from '#src/data/drafts/draft-keeper.ts';
import { draftKey } from '#src/data/drafts/drafts.ts';
import { DraftLine } from './draft-line.tsx';
import { OpenElsewhere } from './open-elsewhere.tsx';

/** What a form does with its draft. */
export interface FormDraft<T> {
  /** What was left, to begin with. */
  readonly left: Partial<T> | undefined;
  /** To be given to `useActs`: the draft leaves with the save that it becomes. None where it is another tab's. */
  readonly key: string | undefined;
  /** While typing; undefined where nothing is worth keeping. */
  readonly keep: (values: T | undefined) => void;
  /** After the save. */
  readonly done: () => void;
  /** Says that this is a draft, and offers to throw it away, or that another tab has it; else nothing. */
  readonly line: ReactNode;
}

interface DraftProps<T> {
  readonly form: string;
  /** The document that the form is about; a draft leaves with the right to read it. */
  readonly about?: string | undefined;
  readonly children: (draft: FormDraft<T>) => ReactNode;
}

type Reading = { readonly keeper: DraftKeeper; readonly opened: OpenedForm; readonly turn: number };

/** Begins a form with what was typed when it was left, by its closing or by a killed app. Per person, and only here. */
export function Draft<T extends object>({ form, about, children }: DraftProps<T>) {
  const [reading, setReading] = useState<Reading | undefined>();
  useEffect(() => {
    const device = currentDevice();
    if (device === undefined) return undefined;
    let isWanted = true;
    const keeper = new DraftKeeper(device.db, { form, about });
    void keeper.open().then((opened) => {
      if (isWanted) setReading({ keeper, opened, turn: 0 });
    });
    return () => {
      isWanted = false;
      void keeper.close();
    };
  }, [form, about]);
  if (reading === undefined) return null;
  const { keeper, opened, turn } = reading;
  const discard = (): void => {
    keeper.discard();
    setReading({ keeper, opened: { status: 'open', left: undefined }, turn: turn + 1 });
  };
  return (
    <Kept key={turn} keeper={keeper} opened={opened} place={draftKey({ form, about })} onDiscard={discard}>
      {children}
    </Kept>
  );
}

interface KeptProps<T> {
  readonly keeper: DraftKeeper;
  readonly opened: OpenedForm;
  readonly place: string;
  readonly onDiscard: () => void;
  readonly children: (draft: FormDraft<T>) => ReactNode;
}

function Kept<T extends object>({ keeper, opened, place, onDiscard, children }: KeptProps<T>) {
  // The same as long as the form is: effects may depend on it.
  const keep = useCallback((values: T | undefined) => keeper.keep(values), [keeper]);
  const done = (): void => void keeper.end();
  if (opened.status === 'elsewhere')
    return children({ left: undefined, key: undefined, keep, done, line: <OpenElsewhere /> });
  const { left } = opened;
  return children({
    left: left?.values as Partial<T> | undefined,
    key: place,
    keep,
    done,
    line: left !== undefined && <DraftLine savedAt={left.savedAt} onDiscard={onDiscard} />,
  });
}

import { LaterMissing } from '#src/components/later/not-here-yet.tsx';
import { useLater } from '#src/components/later/use-later.ts';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import { m } from '#src/words/compiled/messages.js';

const load = () => import('./later-figures.ts');

/** Figures and charts, as soon as that part of the app is here. */
export function FiguresPart({ desk }: { readonly desk?: string }) {
  const later = useLater(load);
  if (later.status === 'here') return <later.part.FiguresPanel {...(desk !== undefined && { desk })} />;
  if (later.status === 'missing') return <LaterMissing onAgain={later.again} />;
  return <Skeleton label={m.figures_loading()} rows={5} />;
}

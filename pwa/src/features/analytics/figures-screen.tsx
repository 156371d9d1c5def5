import { AsOfLine } from '#src/components/as-of/as-of-line.tsx';
import { FiguresPart } from '#src/components/figures/figures-part.tsx';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { useSession } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';

/** A manager's own figures; an owner's of everybody, which stand below the day book too. */
export function FiguresScreen() {
  const { role, userId } = useSession();
  return (
    <>
      <TopBar title={role === 'owner' ? m.figures_title() : m.figures_own_title()} />
      {role === 'owner' && (
        <div className="px-gutter pt-2">
          <AsOfLine />
        </div>
      )}
      <div className="on-desk pb-8">
        <FiguresPart {...(role === 'owner' ? {} : { desk: userId })} />
      </div>
    </>
  );
}

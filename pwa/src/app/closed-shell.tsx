import { ClosedScreen } from '#src/features/closed/closed-screen.tsx';
import { useScreenHeading } from './use-screen-heading.ts';

/** A phone that an owner signed out for good shows one screen, whatever was open. */
export function ClosedShell() {
  useScreenHeading();
  return (
    <main id="screen" tabIndex={-1} className="min-h-dvh outline-none">
      <ClosedScreen />
    </main>
  );
}

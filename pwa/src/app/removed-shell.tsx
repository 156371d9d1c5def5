import { RemovedScreen } from '#src/features/removed/removed-screen.tsx';
import { useScreenHeading } from './use-screen-heading.ts';

/** Whoever was removed has no places to go to any more: the one screen that says what becomes of their work. */
export function RemovedShell() {
  useScreenHeading();
  return (
    <main id="screen" tabIndex={-1} className="min-h-dvh outline-none">
      <RemovedScreen />
    </main>
  );
}

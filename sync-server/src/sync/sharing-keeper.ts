import type { Workshop } from './sync-parts.ts';
import type { Workshops } from './workshops.ts';
import { followSharing, sharingId } from './writing/follow-sharing.ts';

/**
 * Goes on with what a changed setting "share customers" still has to reach: when this process takes a workshop up, and
 * whenever the setting changes while it has it. Fails only with the store, and then the next opening goes on.
 */
export function keepSharing(workshops: Workshops): void {
  workshops.onOpen((workshop) => {
    const run = onePerWorkshop(workshop);
    run();
    workshop.feed.listen((rows) => {
      if (rows.some((row) => row.id === sharingId)) run();
    });
  });
}

/** Asked again while it runs, it looks once more at the end. */
function onePerWorkshop({ store }: Workshop): () => void {
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    running = true;
    do {
      again = false;
      await followSharing(store).catch(() => undefined);
    } while (again);
    running = false;
  };
  return () => {
    again = true;
    if (!running) void run();
  };
}

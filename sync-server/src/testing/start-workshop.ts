import type { DocumentStore } from '../store/document-store.ts';
import {
  joinWorkshop,
  registerOwner,
  startServer,
  type StartOptions,
  type TestServer,
} from './start-server.ts';
import { Phone } from './sync-kit.ts';

/** An owner and two managers, each on a phone of their own, and what the server keeps of them. */
export interface TestWorkshop {
  readonly server: TestServer;
  readonly owner: Phone;
  readonly manager: Phone;
  readonly second: Phone;
  readonly store: DocumentStore;
  /** One person more. */
  readonly join: (role?: string) => Promise<Phone>;
}

/** A workshop on a server of its own. `clock` is what its phones go by. */
export async function startWorkshop(options: StartOptions = {}, clock?: () => number): Promise<TestWorkshop> {
  return workshopOn(await startServer(options), clock);
}

/** One more workshop on a server that runs. */
export async function workshopOn(server: TestServer, clock?: () => number): Promise<TestWorkshop> {
  const session = await registerOwner(server);
  const join = async (role?: string): Promise<Phone> =>
    new Phone(server, await joinWorkshop(server, session, role), clock);
  const owner = new Phone(server, session, clock);
  const manager = await join();
  const second = await join();
  const store = await server.context.workshopStore(session.workshop.id);
  return { server, owner, manager, second, store, join };
}

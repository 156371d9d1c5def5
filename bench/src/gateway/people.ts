import { money } from '@revops/domain';
import {
  callServer,
  joinWorkshop,
  Phone,
  registerOwner,
  type CallableServer,
  type WireDocument,
} from '@revops/sync-server/testing';

export interface Team {
  readonly server: CallableServer;
  readonly owner: Phone;
  readonly manager: Phone;
}

/** A new workshop with an owner and a manager, each on a device of their own. */
export async function newTeam(url: string): Promise<Team> {
  const server: CallableServer = { call: (path, options) => callServer(url, path, options) };
  const owner = await registerOwner(server);
  const manager = await joinWorkshop(server, owner);
  return { server, owner: new Phone(server, owner), manager: new Phone(server, manager) };
}

/** As many documents as wanted, as a phone makes them: one new car with an advance is six. */
export function carDocuments(phone: Phone, count: number): WireDocument[] {
  const documents: WireDocument[] = [];
  for (let car = 0; documents.length < count; car += 1) {
    const plate = `MH12AB${String(car % 10_000).padStart(4, '0')}`;
    const advance = { amount: money(100_000), method: 'cash' as const };
    documents.push(...phone.openJob({ plate, carModel: 'Honda City', advance }));
  }
  return documents.slice(0, count);
}

/** In lists of at most `size`. */
export function batchesOf<T>(items: readonly T[], size: number): T[][] {
  const batches: T[][] = [];
  for (let start = 0; start < items.length; start += size) batches.push(items.slice(start, start + size));
  return batches;
}

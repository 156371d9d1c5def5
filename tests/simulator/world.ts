import { documentTypes } from '@revops/domain';
import { arbitraryOf } from '@revops/domain/testing';
import { createAccounts, ownersDesk, type SignedIn } from './accounts.ts';
import { Counts } from './counts.ts';
import { Luck } from './luck.ts';
import { OwnersBook } from './owner/owners-book.ts';
import { People, type PeopleThen } from './people.ts';
import { Phone } from './phone.ts';
import { Rollback } from './rollback.ts';
import type { ServerDisk } from './server-disk.ts';
import { WorkshopServer } from './workshop-server.ts';

const START_MS = Date.parse('2026-05-01T04:00:00.000Z');
const MINUTE_MS = 60_000;

/** Accounts are made once per process; every seed starts from a copy of what that server left. */
export interface Template {
  readonly disk: ServerDisk;
  readonly people: readonly SignedIn[];
}

export async function createTemplate(): Promise<Template> {
  // A registered type without a generator stops here.
  for (const { type } of documentTypes) arbitraryOf(type);
  const server = await WorkshopServer.open(() => START_MS);
  const people = await createAccounts(server);
  await server.close();
  return { disk: server.disk, people };
}

/** Everything that takes part in one history. */
export interface World {
  /** For what concerns no single phone. */
  readonly luck: Luck;
  readonly server: WorkshopServer;
  readonly phones: Phone[];
  readonly people: People;
  readonly workshopId: string;
  readonly counts: Counts;
  readonly trace: (line: string) => void;
  readonly pass: (ms: number) => void;
  readonly now: () => number;
  /** What was put back with the server, and who belonged to the workshop when it was copied. */
  readonly rollback: Rollback;
  copied: PeopleThen | undefined;
  readonly owner: OwnersBook;
  readonly newDiskName: (label: string) => string;
}

let runs = 0;

export async function openWorld(template: Template, trace: (line: string) => void): Promise<World> {
  let nowMs = START_MS + MINUTE_MS;
  const now = (): number => nowMs;
  const pass = (ms: number): void => void (nowMs += ms);
  const [first] = template.people;
  if (first === undefined) throw new Error('nobody works here');
  const server = await WorkshopServer.open(now, template.disk);
  runs += 1;
  const run = runs;
  const people = new People({
    server,
    devices: template.people,
    ownerToken: ownersDesk(server, first, now),
  });
  const users = [...new Set(template.people.map((person) => person.session.user.id))];
  const world: World = {
    luck: new Luck(0),
    server,
    people,
    trace,
    pass,
    now,
    phones: [],
    workshopId: first.session.workshop.id,
    counts: new Counts(),
    rollback: new Rollback(),
    copied: undefined,
    owner: new OwnersBook(),
    newDiskName: (label) => `${run}-${label}`,
  };
  for (const signedIn of template.people)
    world.phones.push(
      await Phone.open({
        ...world,
        label: signedIn.label,
        signedIn,
        luck: new Luck(0),
        worldNow: now,
        passTime: pass,
        colleagues: users.filter((id) => id !== signedIn.session.user.id),
        diskName: world.newDiskName(signedIn.label),
      }),
    );
  return world;
}

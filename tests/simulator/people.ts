import { keysOf } from '@revops/domain';
import type { NewFile } from '@revops/pwa/data';
import { acceptOffers, askAs, BASE, removePerson, takeBack, type SignedIn } from './accounts.ts';
import type { WorkshopServer } from './workshop-server.ts';

export type Keys = ReturnType<typeof keysOf>;
type Role = 'owner' | 'manager';

export interface PeopleThen {
  readonly roles: ReadonlyMap<string, Role>;
  readonly removed: ReadonlySet<string>;
}

interface PeopleParts {
  readonly server: WorkshopServer;
  readonly devices: readonly SignedIn[];
  readonly ownerToken: () => Promise<string>;
}

/** Who belongs to the workshop with which role, as the owner decides while phones are offline. */
export class People {
  readonly #parts: PeopleParts;
  readonly #roles = new Map<string, Role>();
  readonly #removed = new Set<string>();

  constructor(parts: PeopleParts) {
    this.#parts = parts;
    for (const { session } of parts.devices) this.#roles.set(session.user.id, roleOf(session.user.role));
  }

  /** Undefined for a removed person. */
  keysOf(userId: string): Keys | undefined {
    return this.#removed.has(userId) ? undefined : keysOf({ userId, role: this.#roleOf(userId) });
  }

  /** Who belonged with which role; a server that is put back knows only that. */
  snapshot(): PeopleThen {
    return { roles: new Map(this.#roles), removed: new Set(this.#removed) };
  }

  becomeAgain({ roles, removed }: PeopleThen): void {
    this.#roles.clear();
    this.#removed.clear();
    for (const [userId, role] of roles) this.#roles.set(userId, role);
    for (const userId of removed) this.#removed.add(userId);
  }

  isOwner(userId: string): boolean {
    return !this.#removed.has(userId) && this.#roleOf(userId) === 'owner';
  }

  isRemoved(userId: string): boolean {
    return this.#removed.has(userId);
  }

  async remove(userId: string): Promise<void> {
    await removePerson(this.#parts.server, await this.#parts.ownerToken(), userId);
    this.#removed.add(userId);
  }

  /** With the role of the invite, whatever the person was before. */
  async takeBack(userId: string): Promise<void> {
    const device = this.#parts.devices.find(({ session }) => session.user.id === userId);
    if (device === undefined) throw new Error(`${userId} is nobody`);
    await takeBack(this.#parts.server, await this.#parts.ownerToken(), device);
    this.#roles.set(userId, 'manager');
    this.#removed.delete(userId);
  }

  /** A call of the owner's app. */
  async ask<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    const { server, ownerToken } = this.#parts;
    return (await askAs(server, await ownerToken(), { method, path, body })) as T;
  }

  /** A file that somebody else took. @returns the status of the answer. */
  async putFile({ sha256, bytes }: NewFile): Promise<number> {
    const { server, ownerToken } = this.#parts;
    const answer = await server.fetch(`${BASE}/api/files/${sha256}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${await ownerToken()}`,
        'content-type': 'application/octet-stream',
      },
      body: bytes,
    });
    return answer.status;
  }

  /** After a restore, one tap. */
  async acceptOffers(): Promise<number> {
    return acceptOffers(this.#parts.server, await this.#parts.ownerToken());
  }

  async takeAllBack(): Promise<void> {
    for (const userId of this.#removed) await this.takeBack(userId);
  }

  /** An owner's keys open everything: the view changes, and back again. */
  async swapRole(userId: string): Promise<Role> {
    const role = this.#roleOf(userId) === 'owner' ? 'manager' : 'owner';
    const workshopId = this.#parts.devices[0]?.session.workshop.id ?? '';
    await this.#parts.server.setRole(workshopId, userId, role);
    this.#roles.set(userId, role);
    return role;
  }

  #roleOf(userId: string): Role {
    return this.#roles.get(userId) ?? 'manager';
  }
}

function roleOf(role: string): Role {
  if (role === 'owner' || role === 'manager') return role;
  throw new Error(`nobody writes as ${role}`);
}

import { nextDeviceCode, type AnyDocument, type SessionDevice } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { holdsClaim } from './claims.ts';
import type { Account, AccountDevice } from './account.ts';
import type { Accounts } from './accounts.ts';
import type { WorkshopDocuments } from './workshop-documents.ts';

/** What a client says of itself in the headers of register, join and login. */
export interface DeviceClaim {
  readonly id: string | undefined;
  /** The highest entry number it has counted to; 0 from cleared storage. */
  readonly issued: number | undefined;
  readonly label: string;
}

interface Parts {
  readonly accounts: Accounts;
  readonly newId: () => string;
}

/** Gives each device its code and tells it how far it had counted. */
export class Devices {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The device to work on: the same one, or a new one where the claimed id is foreign, closed or has forgotten entries. */
  async enrol(
    account: Account,
    documents: WorkshopDocuments,
    claim: DeviceClaim,
  ): Promise<SessionDevice | undefined> {
    if (claim.id === undefined) return undefined;
    const known = await documents.get(`device:${claim.id}`);
    if (!known) return this.#create(account, documents, claim.id, claim.label);
    // The account too: a crash may have come between it and the document.
    const isRevoked = account.devices.some(
      ({ id, workshopId, revokedAt }) =>
        id === claim.id && workshopId === account.workshopId && revokedAt !== undefined,
    );
    const isOpen = known['userId'] === account.userId && known['closed'] !== true && !isRevoked;
    if (!isOpen) return this.#create(account, documents, this.#parts.newId(), claim.label);
    const [own, last] = await Promise.all([
      this.#remember(account, claim.id, String(known['code'])),
      lastOf(documents, claim.id),
    ]);
    if (claim.issued === undefined || claim.issued >= last.n) return { id: own.id, code: own.code, last };
    await this.#close(account, documents, own);
    return this.#create(account, documents, this.#parts.newId(), claim.label);
  }

  async describe(documents: WorkshopDocuments, device: AccountDevice): Promise<SessionDevice> {
    return { id: device.id, code: device.code, last: await lastOf(documents, device.id) };
  }

  async #create(
    account: Account,
    documents: WorkshopDocuments,
    id: string,
    label: string,
  ): Promise<SessionDevice> {
    const [claimed, timeZone] = await Promise.all([claimCode(documents, id), documents.timeZone()]);
    const fields = { userId: account.userId, code: claimed, label, issued: 0 };
    const record = { type: 'device', id: `device:${id}`, createdBy: account.userId, timeZone, fields };
    const [isNew] = await documents.create(record);
    // The same device may have signed in twice at once; what was stored first counts.
    const stored = isNew ? fields : await documents.get(record.id);
    if (stored?.['userId'] !== account.userId) throw new AppError('conflict');
    const { code } = await this.#remember(account, id, String(stored['code']));
    return { id, code, last: { n: 0, job: 0, papers: {} } };
  }

  async #remember(account: Account, id: string, code: string): Promise<AccountDevice> {
    const entry: AccountDevice = { id, workshopId: account.workshopId, code };
    await this.#parts.accounts.update(account.email, (current) =>
      current.devices.some((device) => device.id === id && device.workshopId === account.workshopId)
        ? undefined
        : { ...current, devices: [...current.devices, entry] },
    );
    return entry;
  }

  async #close(account: Account, documents: WorkshopDocuments, device: AccountDevice): Promise<void> {
    await documents.change(`device:${device.id}`, { closed: true });
    await this.#parts.accounts.update(account.email, (current) => ({
      ...current,
      devices: current.devices.map((entry) =>
        entry.id === device.id && entry.workshopId === device.workshopId ? { ...entry, closed: true } : entry,
      ),
    }));
  }
}

/** A claim document per code: two devices signing in at once never share one, and closed devices keep theirs. */
async function claimCode(documents: WorkshopDocuments, deviceId: string): Promise<string> {
  const used = new Set((await documents.list('device')).map((device) => String(device['code'])));
  for (;;) {
    const next = nextDeviceCode(used);
    if (!next.ok) throw new AppError('device_codes_used_up');
    if (await holdsClaim(documents.store, `claim:code:${next.value}`, deviceId)) return next.value;
    used.add(next.value);
  }
}

async function lastOf(documents: WorkshopDocuments, id: string): Promise<SessionDevice['last']> {
  const [device, n, job] = await Promise.all([
    documents.get(`device:${id}`),
    highestNumber(documents.store, ['n', id]),
    highestNumber(documents.store, ['job', id]),
  ]);
  return { n: Math.max(n, issuedOf(device)), job, papers: {} };
}

function issuedOf(device: AnyDocument | undefined): number {
  return typeof device?.['issued'] === 'number' ? device['issued'] : 0;
}

async function highestNumber(store: DocumentStore, prefix: readonly string[]): Promise<number> {
  const query = { startKey: [...prefix, {}], endKey: prefix, descending: true, limit: 1 };
  const [row] = await store.view('by-counter', query);
  const number = (row?.key as readonly unknown[] | undefined)?.[2];
  return typeof number === 'number' ? number : 0;
}

import type { RequestHandler } from 'express';
import { AppError } from '#src/errors/app-error.ts';
import { authenticate, type Caller } from '#src/http/authenticate.ts';
import type { SyncParts } from './sync-parts.ts';

/** An owner reads "last heard 2:10 pm"; a finer clock would be a write per request. */
const everyMs = 5 * 60_000;
const maxRemembered = 50_000;

interface Heard {
  readonly issued: number;
  readonly at: number;
}

/**
 * Notes how far a device has counted (`X-Device-Issued`): when the number rises at once, else every five minutes. This
 * is what the completeness check compares with what arrived, so it is written before the request's own documents.
 */
export class DeviceHeard {
  readonly #parts: SyncParts;
  readonly #last = new Map<string, Heard>();

  constructor(parts: SyncParts) {
    this.#parts = parts;
  }

  async note(caller: Caller, header: string | undefined): Promise<void> {
    const id = caller.deviceId;
    if (id === undefined || header === undefined || !/^[0-9]{1,9}$/.test(header)) return;
    const issued = Number(header);
    const now = this.#parts.now();
    const last = this.#last.get(id);
    if (last && issued <= last.issued && Math.abs(now - last.at) < everyMs) return;
    const { documents } = await this.#parts.workshops.of(caller.workshopId);
    const device = await documents.get(`device:${id}`);
    if (!device) return;
    const known = Math.max(issued, Number(device['issued'] ?? 0));
    await documents.change(`device:${id}`, { issued: known, lastHeard: new Date(now).toISOString() });
    if (this.#last.size >= maxRemembered) this.#last.clear();
    this.#last.set(id, { issued: known, at: now });
  }
}

/** Before every endpoint, also the one that has no workshop in its address. */
export function deviceHeard(parts: SyncParts): RequestHandler {
  const heard = new DeviceHeard(parts);
  return async (request, _response, next) => {
    const header = request.get('x-device-issued');
    if (header !== undefined) {
      const caller = await authenticate(parts, request);
      const { workshop = caller.workshopId } = request.params;
      if (workshop !== caller.workshopId) throw new AppError('wrong_workshop');
      await heard.note(caller, header);
    }
    next();
  };
}

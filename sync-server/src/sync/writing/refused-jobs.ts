import type { AnyDocument } from '@revops/domain';
import type { Incoming } from './incoming.ts';
import { stampsOf } from './stamps.ts';

/** The stamps of refused job revisions: an event that names one of them tells of something that did not happen. */
export class RefusedJobs {
  readonly #stamps = new Map<string, ReadonlySet<string>>();

  note({ id, type, body }: Incoming, stored: AnyDocument | undefined): void {
    if (type.type !== 'job') return;
    const before = new Set(stored ? stampsOf(stored) : []);
    const own = stampsOf(body).filter((stamp) => !before.has(stamp));
    this.#stamps.set(id, new Set([...(this.#stamps.get(id) ?? []), ...own]));
  }

  isPartOf({ body, type }: Incoming): boolean {
    const stamps = this.#stamps.get(type.jobOf?.(body) ?? '');
    return typeof body['hlc'] === 'string' && stamps?.has(body['hlc']) === true;
  }
}

import { personOf, typeNamed, type AnyDocument } from '@revops/domain';
import type { DeviceCopy } from '@revops/pwa/data/device-copy/copy-format.ts';
import type { PeopleThen } from '../people.ts';
import type { Phone } from '../phone.ts';

/** What an owner did by design, so that nobody takes it for a loss. */
export class OwnersBook {
  /** Ids that were erased for good. */
  readonly erased = new Set<string>();
  /** What was once said under these ids: their numbers are accounted for. */
  readonly erasedBodies: AnyDocument[] = [];
  /** Devices that were signed out for good, and how far they had counted as the server knew then. */
  readonly revoked = new Map<string, number>();
  /** Files of phones, as people keep them in their mail. */
  readonly copies: { readonly phone: Phone; readonly copy: DeviceCopy }[] = [];
  /** The last archive, and who belonged to the workshop when it was taken. */
  archive: { readonly path: string; readonly people: PeopleThen } | undefined;

  /** Nobody was promised that these stay: what phones and server said of them counts no more. */
  forgetErased(phones: readonly Phone[]): void {
    if (this.erased.size === 0) return;
    const isErased = ({ _id }: AnyDocument): boolean => this.erased.has(_id);
    for (const { saved, transport } of phones) {
      this.erasedBodies.push(...saved.filter((body) => isErased(body)));
      removeFrom(saved, isErased);
      removeFrom(transport.told.handedOver, isErased);
      removeFrom(transport.told.acknowledged, ({ id }) => this.erased.has(id));
      const others = transport.told.acknowledged.map(({ body }) => body as unknown as AnyDocument);
      for (const body of [...saved, ...transport.told.handedOver, ...others]) this.#forgetPerson(body);
    }
  }

  /** What another document repeats of an erased person is taken out of it, whatever clock it was said by. */
  #forgetPerson(body: AnyDocument): void {
    if (body.stamps === undefined || !this.erased.has(personOf(body) ?? '')) return;
    const fields = Object.keys(typeNamed(body.type)?.personal?.fields ?? {});
    for (const field of fields) Reflect.deleteProperty(body.stamps, field);
  }
}

function removeFrom<T>(list: T[], isMeant: (one: T) => boolean): void {
  const left = list.filter((one) => !isMeant(one));
  if (left.length < list.length) list.splice(0, list.length, ...left);
}

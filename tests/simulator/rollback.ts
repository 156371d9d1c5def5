import { canRead, type AnyDocument } from '@revops/domain';
import { coveredBy, byId } from './covers.ts';
import type { Phone } from './phone.ts';

/** What a restore took from the server, and what of it is on no phone any more. */
export class Rollback {
  /** Acknowledged once, and not on the server any more since a restore. */
  readonly taken = new Set<AnyDocument>();
  /** Of that, what nobody can bring back: it was on no phone when the server was put back. */
  readonly gone = new Set<AnyDocument>();
  /** Phones that have not synced to the end since the server was put back. */
  readonly behind = new Set<Phone>();

  /**
   * @param stored what the server has now.
   * @param kept what it keeps for the owner besides.
   */
  async note(
    phones: readonly Phone[],
    stored: readonly AnyDocument[],
    kept: readonly AnyDocument[],
  ): Promise<void> {
    const [has, keeps] = [byId(stored), byId(kept)];
    const held = byId((await Promise.all(phones.map(onPhone))).flat());
    for (const phone of phones) {
      this.behind.add(phone);
      const { acknowledged, handedOver } = phone.transport.told;
      for (const said of [...acknowledged.map(({ body }) => body as unknown as AnyDocument), ...handedOver]) {
        if (coveredBy(said, has.get(said._id))) continue;
        this.taken.add(said);
        const isSomewhere = [keeps, held].some((bodies) => coveredBy(said, bodies.get(said._id)));
        if (!isSomewhere) this.gone.add(said);
      }
    }
  }
}

/**
 * What a phone can bring back. What others wrote it compares only where its person may read it with the rights that came
 * back too: of the rest the server tells nothing, and it may well be there (decision 008).
 */
async function onPhone(phone: Phone): Promise<AnyDocument[]> {
  const { documents, journal, tray, recovery } = await phone.disk();
  const { keys, user } = phone;
  const isCompared = (one: AnyDocument): boolean =>
    one.createdBy === user.id || (keys !== undefined && canRead(keys, one));
  return [
    ...documents.filter((one) => isCompared(one)),
    ...[...journal, ...tray, ...recovery].map(({ body }) => body),
  ];
}

import { canRead, type AnyDocument } from '@revops/domain';
import type { Received } from './acknowledgements.ts';
import type { Keys } from './people.ts';
import type { Phone } from './phone.ts';
import { check } from './broken-promise.ts';

/** Every JSON object inside a value that looks like a document. */
function* documentsIn(value: unknown): Generator<AnyDocument> {
  if (typeof value !== 'object' || value === null) return;
  if ('_id' in value && 'access' in value) yield value as AnyDocument;
  for (const member of Object.values(value)) yield* documentsIn(member);
}

const mayRead = (keys: Keys | undefined, document: AnyDocument): boolean =>
  keys !== undefined && canRead(keys, document);

const secretsIn = (text: string, managers: readonly string[]): number =>
  managers.reduce((sum, manager) => sum + text.split(`For ${manager} only`).length - 1, 0);

/** What came was allowed at that time: every body, and no word of a note but inside such a body. */
function checkReceived(phone: Phone, { text, keys }: Received, managers: readonly string[]): void {
  if (text === '') return;
  const documents = [...documentsIn(JSON.parse(text))];
  for (const document of documents)
    check(
      keys.some((one) => mayRead(one, document)),
      () => `promise 5: ${phone.label} received ${document._id}`,
    );
  const inside = documents.reduce((sum, one) => sum + secretsIn(JSON.stringify(one), managers), 0);
  check(secretsIn(text, managers) === inside, () => `promise 5: ${phone.label} received words of a note`);
}

/** What is left on the phone is allowed now: no body of a lost document in any branch or earlier revision. */
async function checkKept(phone: Phone): Promise<void> {
  const { replicas, keys, label } = phone;
  check(replicas.length === 1, () => `promise 5: ${label} has ${replicas.length} replicas`);
  for (const replica of replicas) {
    const { results } = await replica.changes({ since: 0, style: 'all_docs' });
    for (const { id, changes } of results) {
      const leaves = new Set(changes.map(({ rev }) => rev));
      for (const rev of leaves) {
        const body = await replica.get(id, { rev, revs_info: true });
        const older = body._revs_info?.filter((one) => one.rev !== rev && one.status === 'available') ?? [];
        check(older.length === 0, () => `promise 5: ${label} keeps an earlier body of ${id}`);
        const isEmpty = '_deleted' in body && !('access' in body);
        check(
          isEmpty || mayRead(keys, body as unknown as AnyDocument),
          () => `promise 5: ${label} keeps the body of ${id}`,
        );
      }
    }
  }
}

/** Promise 5. */
export async function checkNoLeak(phone: Phone, managers: readonly string[]): Promise<void> {
  for (const received of phone.transport.received) checkReceived(phone, received, managers);
  await checkKept(phone);
}

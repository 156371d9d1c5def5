import { canonicalJson, md5 } from '@revops/domain';
import { isObject } from '../reading/changes-query.ts';
import type { Writer } from './admission.ts';
import type { Refusal } from './refusal.ts';
import { oversize } from './shape-limits.ts';

/** A refused body as it is kept for the owner: a document of the server, so it never leaves on `/sync`. */
export interface Quarantined {
  readonly _id: string;
  readonly type: 'quarantine';
  readonly docId: string;
  readonly rev: string;
  readonly docType: string;
  /** `from`: these are the words of the phone that sent it, and not ours. */
  readonly reason: { readonly code: string; readonly words: string; readonly from?: 'phone' };
  readonly who: string;
  readonly device?: string;
  readonly receivedAt: string;
  readonly via: 'sync' | 'upload';
  /** The gateway was to make its revision, so `_rev` of its body is the parent. */
  readonly newEdits?: true;
  /** What it takes of the sender's room. */
  readonly room: number;
  /** The number of an entry, also of one whose body is not kept. */
  readonly entry?: { readonly device: string; readonly n: number };
  /** As it came, with its revision; absent where it was beyond what any document may be. */
  readonly body?: Readonly<Record<string, unknown>>;
  readonly readmitted?: { readonly at: string; readonly by: string; readonly rev: string };
  /** An owner has read it and does not want it in: off the list, and kept. */
  readonly dismissed?: { readonly at: string; readonly by: string; readonly reason: string };
}

/** What a small document takes on disk beside its text. */
const overheadBytes = 1024;
const maxNameLength = 200;
const maxWordsLength = 500;

/** Whose room a refused body takes: the phone's, or the person's where the request named none. */
export const senderOf = ({ deviceId, actor }: Writer): string => deviceId ?? actor.userId;

export function quarantineId(docId: string, rev: string, sender: string): string {
  return `quarantine:${md5(canonicalJson([docId, rev, sender]))}`;
}

/**
 * What is kept of a refused document, named by what it is and who sent it, so that sending it again keeps nothing more.
 * Undefined where there is nothing to name it by, which no app sends.
 */
export function quarantineOf(
  writer: Writer,
  given: unknown,
  refusal: Pick<Refusal, 'words'> & { readonly code: string; readonly from?: 'phone' },
  { via, newEdits }: { readonly via: Quarantined['via']; readonly newEdits: boolean },
): Quarantined | undefined {
  if (!isObject(given)) return undefined;
  const { _id: docId, _rev, type } = given;
  if (typeof docId !== 'string' || docId === '' || docId.length > maxNameLength) return undefined;
  const body = oversize(given) === undefined ? given : undefined;
  const bytes = body === undefined ? 0 : Buffer.byteLength(JSON.stringify(body));
  const rev = newEdits
    ? ownName(body)
    : typeof _rev === 'string'
      ? _rev.slice(0, maxNameLength)
      : ownName(body);
  const { deviceId, actor, arrivedAt } = writer;
  return {
    _id: quarantineId(docId, rev, senderOf(writer)),
    type: 'quarantine',
    docId,
    rev,
    docType: typeof type === 'string' ? type.slice(0, maxNameLength) : '',
    reason: {
      code: refusal.code,
      words: refusal.words.slice(0, maxWordsLength),
      ...(refusal.from === undefined ? {} : { from: refusal.from }),
    },
    who: actor.userId,
    ...(deviceId === undefined ? {} : { device: deviceId }),
    receivedAt: arrivedAt,
    via,
    ...(newEdits ? { newEdits } : {}),
    room: bytes + overheadBytes,
    ...numberOf(given),
    ...(body === undefined ? {} : { body }),
  };
}

function numberOf({ device, n }: Readonly<Record<string, unknown>>): Pick<Quarantined, 'entry'> {
  const isNumbered = typeof device === 'string' && device.length <= maxNameLength && Number.isSafeInteger(n);
  return isNumbered ? { entry: { device, n: n as number } } : {};
}

/** Without a revision of its own a body is its own name. */
const ownName = (body: object = {}): string => `0-${md5(canonicalJson(body))}`;

import { idSchema, typeNamed, typeOf, upgraded, type AnyDocument, type DocumentType } from '@revops/domain';
import type { Ancestry } from '#src/store/document-store.ts';
import { isObject } from '../reading/changes-query.ts';
import { refuse, Refusal } from './refusal.ts';
import { stampsOf } from './stamps.ts';
import { oversize } from './shape-limits.ts';

/** A body that is well formed and fits its schema; whether its writer may write it is another question. */
export interface Incoming {
  readonly id: string;
  /** In the shape of this version. */
  readonly body: AnyDocument;
  /** As it came, which is how it is stored: an older app reads it back. */
  readonly given: AnyDocument;
  readonly type: DocumentType;
  /** Absent where the gateway makes the revision; `parent` then names what was edited. */
  readonly revision: { readonly rev: string; readonly ancestry: Ancestry } | undefined;
  readonly parent: string | undefined;
}

const revShape = /^([1-9][0-9]{0,8})-([0-9a-f]{32})$/;
const hashShape = /^[0-9a-f]{32}$/;
const maxAncestors = 1000;

/** @param fromNewerApp the writer says that it knows more types of documents than this server. */
export function parseIncoming(given: unknown, newEdits: boolean, fromNewerApp = false): Incoming | Refusal {
  if (!isObject(given)) return refuse('invalid_document', 'A document is a JSON object.');
  const tooMuch = oversize(given);
  if (tooMuch !== undefined) return refuse(tooMuch);
  const { _id, _rev, _revisions, _deleted, _attachments, ...content } = given;
  if (_attachments !== undefined) return refuse('attachment_refused');
  if (_deleted !== undefined && _deleted !== false) return refuse('no_deletion');
  if (typeof _id !== 'string' || !idSchema.safeParse(_id).success) return refuse('invalid_id');
  const reserved = Object.keys(content).find((name) => name.startsWith('_'));
  if (reserved !== undefined) return refuse('invalid_document', `"${reserved}" is not a field of documents.`);
  const fitted = fitToType({ ...content, _id }, fromNewerApp);
  if (fitted instanceof Refusal) return fitted;
  const { body, type } = fitted;
  const asCame = { ...content, _id } as unknown as AnyDocument;
  if (newEdits) {
    if (_rev !== undefined && typeof _rev !== 'string') return refuse('invalid_rev');
    return { id: _id, body, given: asCame, type, revision: undefined, parent: _rev };
  }
  const revision = revisionOf(_rev, _revisions);
  return revision
    ? { id: _id, body, given: asCame, type, revision, parent: undefined }
    : refuse('invalid_rev');
}

/** The year 5099: behind it there is room for the gateway's own stamps, which must be able to follow any other. */
const lastStamp = 'z';

function fitToType(
  given: { readonly _id: string; readonly [field: string]: unknown },
  fromNewerApp: boolean,
): { readonly body: AnyDocument; readonly type: DocumentType } | Refusal {
  const type = typeof given['type'] === 'string' ? typeNamed(given['type']) : undefined;
  if (!type) return refuse(fromNewerApp ? 'server_outdated' : 'unknown_type');
  if (typeOf(given._id) !== type.type) return refuse('invalid_id');
  // Nobody's mistake: it waits where it is until this server has been upgraded, and is no garbage for the owner to read.
  if (isVersion(given['schema']) && given['schema'] > type.version) return refuse('server_outdated');
  const body = upgraded(given as unknown as AnyDocument);
  const parsed = type.schema.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse('invalid_document', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong value'}`);
  }
  if (stampsOf(body).some((stamp) => stamp >= lastStamp)) return refuse('stamp_invalid');
  if (!isSame(type.accessOf(body), body.access)) return refuse('access_mismatch');
  return { body, type };
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((key, index) => key === other[index]);

/** What a version may be; anything else is a wrong value and refused as such. */
const isVersion = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 1000;

function revisionOf(rev: unknown, given: unknown): Incoming['revision'] {
  const [, digits, hash] = typeof rev === 'string' ? (revShape.exec(rev) ?? []) : [];
  if (typeof rev !== 'string' || digits === undefined || hash === undefined) return undefined;
  const start = Number(digits);
  if (given === undefined) return { rev, ancestry: { start, ids: [hash] } };
  if (!isObject(given) || given['start'] !== start || !Array.isArray(given['ids'])) return undefined;
  const ids = given['ids'] as unknown[];
  const wellFormed =
    ids.length <= Math.min(start, maxAncestors) &&
    ids[0] === hash &&
    ids.every((id) => typeof id === 'string' && hashShape.test(id)) &&
    new Set(ids).size === ids.length;
  return wellFormed ? { rev, ancestry: { start, ids: ids as string[] } } : undefined;
}

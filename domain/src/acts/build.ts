import type { AnyDocument } from '#src/documents/envelope.ts';
import { typeNamed } from '#src/registry/registry.ts';
import type { Act, ActContext, ActKind, ActResult } from './act.ts';
import { problem, problemCodes, type ProblemCode } from './problem.ts';

type Content = Readonly<Record<string, unknown>>;
type Body = Record<string, unknown>;

/** One object from envelope and content, undefined left out: acts run in loops of thousands when history is invented. */
function document(
  context: ActContext,
  type: string,
  id: string,
  n: number | undefined,
  content: Content,
): Body {
  const body: Body = {
    _id: id,
    type,
    schema: typeNamed(type)?.version ?? 1,
    createdAt: context.now,
    offset: context.offset,
    createdBy: context.userId,
    device: context.deviceId,
  };
  if (n !== undefined) body['n'] = n;
  for (const [field, value] of Object.entries(content)) if (value !== undefined) body[field] = value;
  return body;
}

function withAccess(body: Body): AnyDocument {
  const whole = body as unknown as AnyDocument;
  body['access'] = typeNamed(whole.type)?.accessOf(whole) ?? [];
  return whole;
}

/** A new immutable entry, numbered by the device. */
export function newEntry(
  context: ActContext,
  type: string,
  content: Content,
  id = `${type}:${context.newId(type)}`,
): AnyDocument {
  return withAccess(document(context, type, id, context.nextN(), content));
}

/** A new record, every field and every element of its sets stamped. */
export function newRecord(
  context: ActContext,
  type: string,
  content: Content,
  id = `${type}:${context.newId(type)}`,
): AnyDocument {
  const body = document(context, type, id, undefined, content);
  const stamp = context.stamp();
  const sets = typeNamed(type)?.setFields ?? [];
  const stamps: Record<string, string> = {};
  for (const [field, value] of Object.entries(content)) {
    if (value === undefined || field === 'status') continue;
    if (!sets.includes(field)) stamps[field] = stamp;
    else for (const element of value as string[]) stamps[`${field}/${element}`] = stamp;
  }
  body['stamps'] = stamps;
  return withAccess(body);
}

/**
 * A record with some fields changed and stamped; undefined clears a field. Whoever writes an event of the change gives
 * both the same stamp, because the event is refused with the change that it names.
 */
export function changedRecord(
  context: ActContext,
  record: AnyDocument,
  changes: Content,
  stamp = context.stamp(),
): AnyDocument {
  const sets = typeNamed(record.type)?.setFields ?? [];
  const { was: _was, ...body }: Body = record; // what access was lost is the gateway's to write
  const stamps: Record<string, unknown> = { ...record.stamps };
  for (const [field, value] of Object.entries(changes)) {
    if (value === undefined) delete body[field];
    else body[field] = sets.includes(field) ? (value as string[]).toSorted() : value;
    if (field === 'status') continue;
    if (sets.includes(field)) {
      const before = new Set((record[field] as string[] | undefined) ?? []);
      const after = new Set((value as string[] | undefined) ?? []);
      const touched = [...before, ...after].filter((element) => before.has(element) !== after.has(element));
      for (const element of touched) stamps[`${field}/${element}`] = stamp;
    } else stamps[field] = stamp;
  }
  body['stamps'] = stamps;
  return withAccess(body);
}

/** Checks every document of an act against its type's schema; the last net before anything is stored. */
export function act(context: ActContext, kind: ActKind, documents: readonly AnyDocument[]): ActResult {
  for (const document of context.unchecked === true ? [] : documents) {
    const parsed = typeNamed(document.type)?.schema.safeParse(document);
    if (parsed?.success === true) continue;
    const issue = parsed?.error?.issues[0];
    const code = problemCodes.find((known): known is ProblemCode => known === issue?.message) ?? 'invalid';
    return problem(code, issue?.path.join('.'));
  }
  const value: Act = { id: context.newId(), kind, documents };
  return { ok: true, value };
}

import { typeNamed, type AnyDocument, type DocumentType } from '@revops/domain';

type Raised = { readonly [Key in 'version' | 'schema' | 'upgrades']: DocumentType[Key] | undefined };

/**
 * Runs some code as the next version of this software would run: notes of payments are called `remark`. Both sides of a
 * test live in one process, so an app of one version and a server of another take turns.
 */
export async function asNextVersion<T>(work: () => Promise<T>): Promise<T> {
  const type = typeNamed('payment');
  if (!type) throw new Error('payments are known');
  const known = { version: type.version, schema: type.schema, upgrades: type.upgrades };
  const raise = (raised: Raised): void => void Object.assign(type, raised);
  raise({ version: 2, schema: nextSchema(type), upgrades: [paymentV1ToV2] });
  try {
    return await work();
  } finally {
    raise(known);
  }
}

/** As the next version would write it. */
export function paymentV1ToV2(old: AnyDocument): AnyDocument {
  const { note, ...rest } = old;
  return { ...rest, schema: 2, ...(note === undefined ? {} : { remark: note }) };
}

/** The schema of today, asked about the same body in the words of today. */
function nextSchema({ schema }: DocumentType): DocumentType['schema'] {
  const asToday = (body: unknown): unknown => {
    const { remark, note, ...rest } = body as Record<string, unknown>;
    if (note !== undefined) return { ...rest, note, unknown: 'version 2 has no note' };
    return { ...rest, ...(remark === undefined ? {} : { note: remark }) };
  };
  return {
    safeParse: (body: unknown) => schema.safeParse(asToday(body)),
  } as unknown as DocumentType['schema'];
}

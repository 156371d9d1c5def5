import type { AnyDocument } from '#src/documents/envelope.ts';

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

const isStamp = (value: unknown): boolean =>
  typeof value === 'string' || typeof (value as { readonly hlc?: unknown } | null)?.hlc === 'string';

/** What the merge reads itself, in the shape it needs: bodies of a newer or broken app must not stop an older one. */
export function readable(leaf: AnyDocument): AnyDocument {
  const { was, at, stamps, ...body }: Record<string, unknown> = leaf;
  const present =
    typeof stamps === 'object' && stamps !== null && !Array.isArray(stamps)
      ? { stamps: Object.fromEntries(Object.entries(stamps).filter(([, stamp]) => isStamp(stamp))) }
      : {};
  return {
    ...body,
    type: typeof leaf.type === 'string' ? leaf.type : '',
    schema: typeof leaf.schema === 'number' ? leaf.schema : 1,
    access: strings(leaf.access),
    ...present,
    ...(Array.isArray(was) ? { was: strings(was) } : {}),
    ...(typeof at === 'string' ? { at } : {}),
  } as unknown as AnyDocument;
}

/** Keys by the type's own rule; of a body that the rule cannot read, those that are written on it. */
export function keysBy(rule: ((document: AnyDocument) => string[]) | undefined, leaf: AnyDocument): string[] {
  try {
    return rule?.(leaf) ?? [];
  } catch {
    return [...leaf.access];
  }
}

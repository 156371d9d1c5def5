import { bareId, documentTypes, typeOf } from '@revops/domain';

/**
 * Where the entries that change a head's state are found: they are named after their head, `<type>:<head>:<turn>`, and
 * their type after its type, so the index of ids is the index from head to followers. No view has to catch up first.
 */
export function followerPrefixes(headId: string): readonly string[] {
  const headType = typeOf(headId);
  return documentTypes
    .filter((type) => type.headOf !== undefined && type.type.startsWith(headType))
    .map((type) => `${type.type}:${bareId(headId)}:`);
}

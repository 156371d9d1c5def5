import * as fc from 'fast-check';
import { z } from 'zod';
import { canonicalJson } from '#src/canonical/canonical-json.ts';
import { md5 } from '#src/canonical/md5.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { DocumentType } from '#src/registry/document-type.ts';
import { arbitraryOf } from './arbitrary-documents.ts';

/** What the schema of a type allows, in 32 digits: another value means another shape, and so another version. */
export const shapeOf = ({ schema }: Pick<DocumentType, 'schema'>): string =>
  md5(canonicalJson(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })));

/** Of two hundred bodies of a type the one with the most in it and the one with the least. */
export function fullAndEmpty(type: string): readonly AnyDocument[] {
  const fields = (body: AnyDocument): number => Object.keys(body).length;
  const bySize = fc
    .sample(arbitraryOf(type), { seed: 1, numRuns: 200 })
    .toSorted((a, b) => fields(b) - fields(a) || canonicalJson(a).length - canonicalJson(b).length);
  return [bySize[0], bySize.at(-1)].filter((body) => body !== undefined);
}

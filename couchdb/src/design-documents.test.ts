import { expect, it } from 'vitest';
import { designDocuments } from './design-documents.ts';

it('gives CouchDB functions that it can compile: without a name, an export or newer words', () => {
  for (const { _id, views } of designDocuments) {
    for (const [name, { map }] of Object.entries(views)) {
      expect(map, `${_id} ${name}`).toMatch(/^function \(doc\) \{[^]*\}$/);
      expect(map).not.toMatch(/\b(const|let|class|import|export|async)\b|=>|`|\?\?|\?\./);
    }
  }
});

import { expect, it } from 'vitest';
import { designDocuments } from '../design-documents.ts';
import { mangoDesign } from '../mango-indexes.ts';
import { earlierDesigns } from './earlier-designs.ts';

it('names the design documents of other versions, and neither its own nor foreign ones', () => {
  const kept = [
    ...designDocuments.map(({ _id }) => _id),
    `_design/${mangoDesign}`,
    '_design/revops-opening',
    '_design/their-report',
    '_design/lookups-of-theirs',
  ];
  const earlier = ['_design/lookups', '_design/indexes-0a1b2c3d'];
  expect(earlierDesigns([...kept, ...earlier])).toEqual(earlier);
});

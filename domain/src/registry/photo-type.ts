import { deskKey, sortedKeys, techKey } from '#src/access/access-keys.ts';
import { photoSchema, type Photo } from '#src/documents/photo.ts';
import { defineType } from './document-type.ts';
import { ownDeskOnly } from './rules.ts';

export const photoType = defineType<Photo>({
  type: 'photo',
  kind: 'entry',
  version: 1,
  schema: photoSchema,
  setFields: [],
  accessOf: (photo) => sortedKeys([deskKey(photo.desk), ...photo.assigned.map(techKey)]),
  jobOf: (photo) => photo.jobId,
  erasable: true,
  may: (actor, _before, after) => ownDeskOnly(actor, after.desk),
});

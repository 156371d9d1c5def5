import { expect, test } from 'vitest';
import { addPhoto } from '#src/acts/add-photo.ts';
import { openJob } from '#src/acts/open-job.ts';
import { MAX_FILE_BYTES } from '#src/files/file-type.ts';
import { acted, testContext } from '#src/testing/test-context.ts';
import { testPeople } from '#src/testing/test-people.ts';
import type { Job } from './job.ts';
import { MAX_THUMBNAIL_LENGTH, photoSchema } from './photo.ts';

const context = testContext({ actor: testPeople.manager });
const opened = acted(openJob(context, { plate: 'MH12AB1234', customerName: 'Raj Kumar' })).documents;
const job = { ...(opened[0] as unknown as Job), assigned: ['tara'] };
const input = { kind: 'before', sha256: 'ab'.repeat(32), size: 40_000 } as const;

test('a photo is read by its desk and by who is assigned', () => {
  const [photo] = acted(addPhoto(context, job, input)).documents;
  expect(photo?.access).toEqual(['desk:meera', 'tech:tara']);
  expect(photo).toMatchObject({ jobId: job._id, ...input });
});

test('nobody adds a photo to the job of another desk', () => {
  const stranger = testContext({ actor: testPeople.otherManager });
  expect(addPhoto(stranger, job, input)).toMatchObject({ ok: false, reason: { code: 'not_permitted' } });
});

const thumbnail = (length: number): string => {
  const start = 'data:image/webp;base64,';
  return start + 'A'.repeat(length - start.length);
};

test.each([
  { thumbnail: thumbnail(MAX_THUMBNAIL_LENGTH + 1) },
  { thumbnail: 'data:image/svg+xml;base64,PHN2Zz4=' },
  { thumbnail: 'data:text/html;base64,PGI+' },
  { thumbnail: 'https://elsewhere.example/a.jpg' },
  { size: 0 },
  { size: MAX_FILE_BYTES + 1 },
  { size: 1.5 },
  { sha256: 'AB'.repeat(32) },
  { sha256: 'ab'.repeat(31) },
  { sha256: `${'ab'.repeat(31)}/.` },
  { kind: 'selfie' },
])('refuses %j', (wrong) => {
  const [photo] = acted(
    addPhoto(context, job, { ...input, thumbnail: thumbnail(MAX_THUMBNAIL_LENGTH) }),
  ).documents;
  expect(photoSchema.safeParse(photo).success).toBe(true);
  expect(photoSchema.safeParse({ ...photo, ...wrong }).success).toBe(false);
});

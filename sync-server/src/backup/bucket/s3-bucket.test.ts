import { randomBytes } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { isSigned } from '../../testing/s3-signature.ts';
import { s3Keys, startS3, type S3Server } from '../../testing/s3-server.ts';
import { S3Bucket } from './s3-bucket.ts';

let server: S3Server;
let path = '';
const bytes = new Uint8Array(randomBytes(25_000));

beforeAll(async () => {
  server = await startS3();
  path = join(await mkdtemp(join(tmpdir(), 'revops-s3-')), 'archive');
  await writeFile(path, bytes);
});
afterAll(() => server.close());
beforeEach(() => {
  server.broken = undefined;
  server.objects.clear();
});

const bucket = (partBytes: number, secret: string = s3Keys.secret): S3Bucket =>
  new S3Bucket({ ...s3Keys, secret, url: server.url }, { partBytes, retries: 0 });

it('the test server checks signatures as Amazon’s published example has them', () => {
  const headers = {
    host: 'examplebucket.s3.amazonaws.com',
    range: 'bytes=0-9',
    'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'x-amz-date': '20130524T000000Z',
    authorization:
      'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  };
  const request = { method: 'GET', url: '/test.txt', headers };
  expect(isSigned(request, 'AKIAIOSFODNN7EXAMPLE', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY')).toBe(true);
  expect(isSigned(request, 'AKIAIOSFODNN7EXAMPLE', 'another')).toBe(false);
});

it('stores an archive whole or in parts, lists page after page, and removes', async () => {
  const names = ['a', 'b', 'c'].map((letter) => `revops-${letter}.rbk`);
  for (const [index, name] of names.entries()) await bucket(index === 0 ? 1_000_000 : 7000).put(name, path);
  for (const name of names) expect(server.objects.get(`bucket/revops/${name}`)).toEqual(bytes);
  expect(server.uploads.size).toBe(0);
  expect(await bucket(7000).list()).toEqual(names);
  await bucket(7000).remove('revops-b.rbk');
  expect(await bucket(7000).list()).toEqual(['revops-a.rbk', 'revops-c.rbk']);
});

it('says who refused and why, and leaves no parts behind', async () => {
  await expect(bucket(7000, 'wrong').put('a', path)).rejects.toThrow(
    'refused the archive (403 SignatureDoesNotMatch)',
  );
  server.broken = 500;
  await expect(bucket(1_000_000).put('a', path)).rejects.toThrow('(500)');
  server.broken = undefined;
  const gone = new S3Bucket({ ...s3Keys, url: 'http://127.0.0.1:9/bucket' }, { retries: 0 });
  await expect(gone.list()).rejects.toThrow('does not answer');
  expect(server.uploads.size).toBe(0);
});

import { addPhoto, type Job } from '@revops/domain';
import { expect, test } from 'vitest';
import { newPhone } from './phone.ts';
import { picture } from './photos.ts';
import { registerOwner, restartableServer } from './restartable-server.ts';

const thumbnail = `data:image/jpeg;base64,${'A'.repeat(6000)}`;
/** What a slow radio has through within a request's minute, and the frame around the documents. */
const mostBytes = 512 * 1024 + 100;

test('no request weighs more than a slow radio can carry, however few documents that are', async () => {
  const server = await restartableServer();
  const phone = await newPhone(server, await registerOwner(server));
  const jobId = await phone.openJob();
  const { sha256, size } = await picture(100);
  for (let count = 0; count < 120; count += 1)
    await phone.save(async (context, documents) => {
      const job = await documents.get<Job>(jobId);
      if (job === undefined) throw new Error('no job');
      return addPhoto(context, job, { kind: 'before', sha256, size, thumbnail });
    });
  const sent: number[] = [];
  const answers: number[] = [];
  phone.network = async (send, url, init) => {
    const answer = await send(url, init);
    if (url.endsWith('_bulk_docs')) {
      sent.push(Buffer.byteLength(init.body as string));
      answers.push(answer.status);
    }
    return answer;
  };
  await phone.engine.syncOnce();
  expect(await phone.waiting()).toBe(0);
  expect(Math.max(...sent)).toBeLessThanOrEqual(mostBytes);
  expect(answers).toEqual([201, 201]);
  await server.stop();
});

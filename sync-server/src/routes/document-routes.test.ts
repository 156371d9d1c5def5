import { money } from '@revops/domain';
import { readPdf, type ReadPdf } from '@revops/papers/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import { typed, type Phone } from '#src/testing/sync-kit.ts';

const { server, owner, manager, second, join } = await startWorkshop();
afterAll(() => server.stop());

const ask = (path: string, who?: Phone): Promise<Response> =>
  fetch(`${server.url}/api/documents/${path}`, {
    headers: who === undefined ? {} : { authorization: `Bearer ${who.session.accessToken}` },
  });

async function paid(): Promise<string> {
  const documents = manager.openJob({
    estimatedAmount: money(5_000_00),
    workDescription: 'Oil',
    internalNotes: 'Argues',
  });
  const job = typed(documents, 'job');
  await manager.send([...documents, ...manager.pay(job, 1_000_00), ...manager.pay(job, 234_50)]);
  return job._id;
}

const read = async (path: string, who: Phone): Promise<ReadPdf> =>
  readPdf(await (await ask(path, who)).arrayBuffer());

describe.each(['job-card', 'invoice'])('GET /api/documents/%s/:jobId', (paper) => {
  it('needs a person who may read the job, a job and a size that there is', async () => {
    const id = await paid();
    expect((await ask(`${paper}/${id}`)).status).toBe(401);
    const technician = await join('technician');
    for (const stranger of [second, technician])
      expect((await ask(`${paper}/${id}`, stranger)).status).toBe(404);
    for (const unknown of ['job:nowhere', 'nowhere', 'workshop:self', '..%2Fx'])
      expect((await ask(`${paper}/${unknown}`, owner)).status).toBe(404);
    for (const query of ['size=a3', 'size=', 'colour=red'])
      expect((await ask(`${paper}/${id}?${query}`, owner)).status).toBe(400);
  });

  it('answers a PDF with every figure, by either form of the id, to the desk and to owners', async () => {
    const id = await paid();
    for (const [path, who] of [
      [id, manager],
      [id.slice('job:'.length), owner],
    ] as const) {
      const { text, pages } = await read(`${paper}/${path}`, who);
      expect(Math.round(pages[0]?.width ?? 0)).toBe(595);
      for (const said of ['Raj Kumar', 'Oil', '₹5,000.00', '−₹1,234.50', '₹3,765.50'])
        expect(text.split('\n')).toContain(said);
    }
  });

  it('comes in every size as a file that no cache keeps', async () => {
    const id = await paid();
    for (const [size, width] of [
      ['a5', 420],
      ['roll80', 227],
      ['roll58', 164],
    ] as const) {
      const answer = await ask(`${paper}/${id}?size=${size}`, manager);
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w -]+\.pdf"$/);
      const { pages } = await readPdf(await answer.arrayBuffer());
      expect(Math.round(pages[0]?.width ?? 0)).toBe(width);
    }
  });
});

it('numbers payments by the phone that took them, and names nobody’s internal notes', async () => {
  const id = await paid();
  const { text } = await read(`invoice/${id}`, owner);
  expect(
    text.split('\n').filter((line) => line.startsWith(`${manager.session.device?.code} · `)),
  ).toHaveLength(2);
  expect(text).toContain('Waiting for the owner');
  expect(text).not.toContain('Argues');
});

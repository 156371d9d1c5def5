import { canonicalJson, money, takePayment, type editJob, type Job } from '@revops/domain';
import type { BuildAct } from '@revops/pwa/data';
import { newPhone, type Phone } from './phone.ts';
import {
  joinAsManager,
  registerOwner,
  restartableServer,
  type RestartableServer,
  type SignedIn,
} from './restartable-server.ts';

export const onJob =
  (id: string, build: (context: Parameters<BuildAct>[0], job: Job) => ReturnType<typeof editJob>): BuildAct =>
  async (context, documents) => {
    const job = await documents.get<Job>(id);
    if (job === undefined) throw new Error(`${id} is not on this phone`);
    return build(context, job);
  };

const cash = { amount: money(100_000), kind: 'partial', method: 'cash' } as const;
export const pay = (phone: Phone, id: string) =>
  phone.save(onJob(id, (context, job) => takePayment(context, job, cash)));

export const plain = async (phone: Phone): Promise<Map<string, string>> =>
  new Map(
    (await phone.rows()).flatMap(({ id, doc }) => {
      // How often a phone was heard of is no matter of its work.
      const isWork = doc !== undefined && doc.type !== 'device' && doc.type !== 'member';
      return isWork ? [[id, canonicalJson({ ...doc, was: undefined })] as const] : [];
    }),
  );

export async function settle(...phones: readonly Phone[]): Promise<void> {
  for (const phone of [...phones, ...phones]) await phone.engine.syncOnce();
}

export const kept = (phone: Phone) => phone.db.connection().getAll('recovery');

export async function api<T>(
  server: RestartableServer,
  who: Phone,
  path: string,
  body?: unknown,
): Promise<T> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${who.token}` };
  const answer = await server.fetch(path, { ...init, headers });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

interface Offers {
  readonly items: readonly {
    id: string;
    documents: number;
    who: { id: string };
    refused: readonly unknown[];
  }[];
}

export async function acceptAll(server: RestartableServer, desk: Phone): Promise<Offers['items']> {
  const { items } = await api<Offers>(server, desk, '/api/recovery/offers');
  for (const { id } of items) await api(server, desk, `/api/recovery/offers/${id}/accept`, {});
  return items;
}

export interface Crew {
  readonly server: RestartableServer;
  readonly owner: SignedIn;
  readonly asha: SignedIn;
  readonly ravi: SignedIn;
  readonly desk: Phone;
  readonly phone: Phone;
}

export async function crew(): Promise<Crew> {
  const server = await restartableServer();
  const owner = await registerOwner(server);
  const [asha, ravi] = [await joinAsManager(server, owner), await joinAsManager(server, owner)];
  const [desk, phone] = [await newPhone(server, owner), await newPhone(server, asha)];
  return { server, owner, asha, ravi, desk, phone };
}

import { newTeam } from '../gateway/people.ts';
import type { GatewayProcess } from '../gateway/start-gateway.ts';
import type { MeasuredStore } from '../gateway/stores.ts';
import { measurement, type Measurement } from '../support/measure.ts';

const group = 'server';
const runs = 12;

/** One client at a time; the password hash is most of it, on purpose. */
export async function accounts(gateway: GatewayProcess, store: MeasuredStore): Promise<Measurement[]> {
  const { server, owner } = await newTeam(gateway.url);
  const [registered, signedIn]: number[][] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    const email = `bench-${run}-${Date.now()}@example.com`;
    const person = { name: 'Asha Rao', email, phone: '+919876543210', password: 'correct horse' };
    let started = performance.now();
    const answer = await server.call('/api/auth/register', {
      body: { ...person, workshop: { name: 'Bench Motors', timeZone: 'Asia/Kolkata' } },
      headers: { 'x-device-id': crypto.randomUUID() },
    });
    registered?.push(performance.now() - started);
    if (answer.status !== 201) throw new Error(`register answered ${answer.status}`);
    started = performance.now();
    const body = { email: owner.session.user.email, password: 'correct horse' };
    const login = await server.call('/api/auth/login', { body });
    signedIn?.push(performance.now() - started);
    if (login.status !== 200) throw new Error(`login answered ${login.status}`);
  }
  const describe = (name: string, budget: number) =>
    ({ group, name: `${name}, ${store.name}`, unit: 'ms', budget, judge: 'p95' }) as const;
  // RevOps' published averages; argon2id is what they did not pay for.
  return [
    measurement(signedIn ?? [], describe('login', 45)),
    measurement(registered ?? [], describe('register', 180)),
  ];
}

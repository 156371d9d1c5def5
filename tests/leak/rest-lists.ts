import type { AnyDocument, DataAnswer } from '@revops/domain';
import type { Phone } from '@revops/sync-server/testing';
import type { World } from './world.ts';

interface Listed {
  readonly items: readonly { readonly id: string }[];
  readonly next?: string;
}

const lists = { jobs: 'job', payments: 'payment', settlements: 'settlement' } as const;

async function ask<T>(world: World, phone: Phone, path: string): Promise<T> {
  const answer = await world.server.call<T>(path, { token: phone.session.accessToken });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return answer.body;
}

/** Every job, payment and hand-over that the lists of REST show this person. */
export async function listedByRest(world: World, phone: Phone): Promise<readonly string[]> {
  const found: string[] = [];
  for (const list of Object.keys(lists))
    for (let after: string | undefined = ''; after !== undefined;) {
      const query: string = after === '' ? '' : `&after=${after}`;
      const page: Listed = await ask<Listed>(world, phone, `/api/${list}?limit=20${query}`);
      found.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
  return found.toSorted();
}

export const isListed = ({ type }: AnyDocument): boolean =>
  Object.values(lists).some((listed) => listed === type);

/** Every document of one type that a person pulls. */
export async function pulledByRest(world: World, phone: Phone, type: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (let [since, more] = ['', true]; more;) {
    const query = since === '' ? '' : `&since=${encodeURIComponent(since)}`;
    const page = await ask<DataAnswer>(world, phone, `/api/data/${type}?limit=20${query}`);
    found.push(...page.items.map(({ _id, _rev }) => `${String(_id)} ${String(_rev)}`));
    ({ since, more } = page);
  }
  return found.toSorted();
}

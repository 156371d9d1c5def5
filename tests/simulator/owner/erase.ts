import { isErasable } from '@revops/domain';
import type { Luck } from '../luck.ts';
import type { Phone } from '../phone.ts';
import type { World } from '../world.ts';

/** A person wants to be forgotten: mostly a customer, now and then something that was noted or photographed too. */
export async function erase(world: World, _phone: Phone, luck: Luck): Promise<void> {
  const { server, people, phones, counts, trace, owner, workshopId } = world;
  if (!server.isUp) return;
  const ids = (await server.documents(workshopId)).map(({ _id }) => _id).filter((id) => isErasable(id));
  const customers = ids.filter((id) => id.startsWith('customer:'));
  const others = ids.filter((id) => !id.startsWith('customer:'));
  const meant = new Set<string>();
  if (customers.length > 0) meant.add(luck.pick(customers));
  if (others.length > 0 && (meant.size === 0 || luck.chance(0.5))) meant.add(luck.pick(others));
  if (meant.size === 0) return;
  await people.ask('POST', '/api/erasures', { ids: [...meant] });
  for (const id of meant) owner.erased.add(id);
  owner.forgetErased(phones);
  counts.add('erased');
  trace(`  an owner erases ${[...meant].join(' ')}`);
}

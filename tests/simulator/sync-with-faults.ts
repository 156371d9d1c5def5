import { actOnce } from './act-some.ts';
import { killPoints } from './fault-kinds.ts';
import type { Phone } from './phone.ts';
import type { Death } from './tab.ts';

/** Half of the deaths come early, the others at a step of any name, so that rare steps get their share. */
export function deathOf({ options: { luck } }: Phone): Death {
  if (!luck.chance(0.4)) return undefined;
  return luck.chance(0.5) ? { after: luck.between(0, 25) } : { at: luck.pick(killPoints) };
}

/** A sync on a network as it is, during which somebody may go on working and the app may die. */
export async function syncWithFaults(phone: Phone): Promise<string> {
  const { luck } = phone.options;
  phone.transport.faultShare = luck.chance(0.6) ? 0.18 : 0;
  const between = async (): Promise<void> => {
    if (luck.chance(0.04)) await actOnce(phone);
  };
  const outcome = await phone.sync({ death: deathOf(phone), between });
  phone.transport.faultShare = 0;
  return outcome;
}

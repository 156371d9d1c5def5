import { createHlc, offsetMinutes, type ActContext, type Actor, type Workshop } from '@revops/domain';
import { serverDevice } from './workshop-documents.ts';

interface ServerAct {
  readonly actor: Actor;
  readonly workshop: Workshop;
  readonly now: () => number;
  readonly newId: ActContext['newId'];
  /** The highest stamp of what the act changes: what a person does by REST comes after all that the server knows. */
  readonly last: string | undefined;
  /** Of an act that opens a job. */
  readonly jobNumber?: string;
}

/** What an act needs where the server writes for a person: the server's device, which counts nothing. */
export function serverActContext({ actor, workshop, now, newId, last, jobNumber }: ServerAct): ActContext {
  const hlc = createHlc({ deviceId: serverDevice, now, last });
  const at = new Date(now()).toISOString();
  const { shareCustomers, timeZone, currency, waiverLimit } = workshop;
  return {
    userId: actor.userId,
    role: actor.role === 'owner' ? 'owner' : 'manager',
    deviceId: serverDevice,
    deviceIds: [...actor.deviceIds, serverDevice],
    workshop: { shareCustomers, timeZone, currency, waiverLimit },
    now: at,
    offset: offsetMinutes(at, timeZone),
    stamp: () => hlc.next(),
    newId,
    nextN: () => undefined,
    nextJobNumber() {
      if (jobNumber === undefined) throw new Error('this act opens no job');
      return jobNumber;
    },
  };
}

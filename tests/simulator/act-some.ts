import { actKinds } from '@revops/domain/testing';
import { check } from './broken-promise.ts';
import type { Phone } from './phone.ts';

/** Money and jobs are the point, so they are tried more often than the rest. */
const favourites = [
  'open_job',
  'take_payment',
  'take_payment',
  'move_job',
  'edit_job',
  'add_note',
  'decide_payment',
  'cancel_payment',
  'reassign_job',
] as const;

/** One random act; a disk that fails says so, and what it did not keep was never called saved. */
export async function actOnce(phone: Phone): Promise<boolean> {
  const { luck, trace } = phone.options;
  const kind = luck.chance(0.05) ? 'forge' : luck.pick(luck.chance(0.6) ? favourites : actKinds);
  try {
    return await phone.act(kind);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    const mayFail = !phone.faults.isTight || kind === 'add_photo';
    check(
      mayFail,
      () => `room: ${phone.label} could not save ${kind} for want of room that photos would need`,
    );
    trace(`  ${phone.label} could not save ${kind}: ${error.name}`);
    return false;
  }
}

/** A few acts, some of them on what the others made. */
export async function actSome(phone: Phone): Promise<void> {
  let wanted = phone.options.luck.between(1, 4);
  for (let tries = 0; wanted > 0 && tries < 12; tries += 1) if (await actOnce(phone)) wanted -= 1;
}

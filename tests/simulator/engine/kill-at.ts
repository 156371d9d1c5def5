import type { StepName } from '@revops/pwa/engine';
import type { Phone } from './phone.ts';

/** Runs until the engine comes to a step for the nth time, and kills it there; false when it never came. */
export async function killAt(phone: Phone, name: StepName, times = 1): Promise<boolean> {
  let left = times;
  const killed = new Promise<boolean>((resolve) => {
    phone.onStep = (step) => {
      if (step !== name || (left -= 1) > 0) return;
      phone.kill();
      resolve(true);
    };
  });
  return Promise.race([killed, phone.engine.syncOnce().then(() => false)]);
}

import { AppError } from '#src/errors/app-error.ts';
import type { AccountDevice } from './account.ts';
import type { Services } from './services.ts';

export interface Revocation {
  readonly workshopId: string;
  readonly deviceId: string;
  /** The device on which the owner says it. */
  readonly from: string | undefined;
}

/**
 * Signs a lost phone out for good. The account comes first: from then on every path refuses its tokens, whatever a crash
 * leaves undone; repeating it does the rest. What is known of its numbers stays. The same phone may work for another
 * workshop since: that is none of this owner's business.
 */
export async function revokeDevice(
  services: Services,
  { workshopId, deviceId, from }: Revocation,
): Promise<void> {
  if (deviceId === from)
    throw new AppError('conflict', 'This is the phone that you are using: sign out on it instead.');
  const documents = await services.documentsOf(workshopId);
  const device = await documents.get(`device:${deviceId}`);
  if (!device) throw new AppError('not_found');
  const userId = String(device['userId']);
  const account = await services.accounts.byUserId(userId);
  if (account) await closeInAccount(services, account.email, { workshopId, deviceId, code: device['code'] });
  await services.sessions.endOnDevice(userId, { workshopId, deviceId });
  services.rights.forget(userId);
  await documents.change(`device:${deviceId}`, { closed: true });
}

async function closeInAccount(
  { accounts, now }: Services,
  email: string,
  { workshopId, deviceId, code }: { workshopId: string; deviceId: string; code: unknown },
): Promise<void> {
  const revokedAt = new Date(now()).toISOString();
  await accounts.update(email, (current) => {
    const isMeant = (one: AccountDevice): boolean => one.id === deviceId && one.workshopId === workshopId;
    const known = current.devices.find(isMeant);
    if (known?.revokedAt !== undefined) return undefined;
    const others = current.devices.filter((one) => !isMeant(one));
    const entry = known ?? { id: deviceId, workshopId, code: String(code) };
    return { ...current, devices: [...others, { ...entry, closed: true, revokedAt }] };
  });
}

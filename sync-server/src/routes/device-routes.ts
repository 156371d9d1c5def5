import { Router } from 'express';
import { flagsSeenRequestSchema, type DeviceItem, type DeviceList } from '@revops/domain';
import type { Context } from '../context.ts';
import { callerOf, requireCaller, requireOwner } from '#src/http/authenticate.ts';
import { parseBody } from '#src/http/parse-body.ts';
import type { RateLimits } from '#src/http/rate-limits.ts';
import { revokeDevice } from '#src/services/revoke-device.ts';
import { listDevices } from '#src/sync/keeping/device-list.ts';
import { markSeen } from '#src/sync/keeping/number-flags.ts';

/** The phones of the workshop, what of their numbers is missing, and ending one that was lost; owners only. */
export function deviceRoutes(context: Context, limits: RateLimits): Router {
  const router = Router();
  router.use(limits.account, requireCaller(context), requireOwner);
  const now = (): string => new Date(context.now()).toISOString();

  router.get('/', async (_request, response) => {
    const { workshopId } = callerOf(response);
    const { store } = await context.documentsOf(workshopId);
    const list = await listDevices(store, now());
    const items = await Promise.all(list.items.map((item) => withRevocation(context, workshopId, item)));
    response.json({ ...list, items } satisfies DeviceList);
  });

  router.post('/flags/seen', async (request, response) => {
    const { workshopId, userId } = callerOf(response);
    const { ids } = parseBody(flagsSeenRequestSchema, request);
    const { store } = await context.documentsOf(workshopId);
    response.json({ seen: await markSeen(store, ids, { at: now(), by: userId }) });
  });

  router.post('/:id/revoke', async (request, response) => {
    const { workshopId, deviceId: from } = callerOf(response);
    const { id } = request.params;
    await revokeDevice(context, { workshopId, deviceId: id, from });
    response.json({ id, closed: true });
  });

  return router;
}

/** A closed phone was lost, or its storage had been cleared: only the account knows which. */
async function withRevocation(
  { accounts }: Context,
  workshopId: string,
  item: DeviceItem,
): Promise<DeviceItem> {
  if (item.closed !== true) return item;
  const account = await accounts.byUserId(item.user.id);
  const here = account?.devices.find((one) => one.id === item.id && one.workshopId === workshopId);
  const revokedAt = here?.revokedAt;
  return revokedAt === undefined ? item : { ...item, revokedAt };
}

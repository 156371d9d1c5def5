import {
  deviceListSchema,
  flagsSeenSchema,
  revokedDeviceSchema,
  type DeviceList,
  type ErrorCode,
  type Result,
  type RevokedDevice,
} from '@revops/domain';
import { asPerson } from '../account/as-person.ts';

/** What the server has of each phone's numbers; owners only. */
export const listDevices = (): Promise<Result<DeviceList, ErrorCode>> =>
  asPerson({ method: 'GET', path: '/api/devices', answer: deviceListSchema });

/** Signs a lost phone out for good. */
export const revokeDevice = (id: string): Promise<Result<RevokedDevice, ErrorCode>> =>
  asPerson({
    method: 'POST',
    path: `/api/devices/${encodeURIComponent(id)}/revoke`,
    body: {},
    answer: revokedDeviceSchema,
  });

/** The owner has looked at numbers that were given twice. */
export const markFlagsSeen = (ids: readonly string[]): Promise<Result<{ seen: number }, ErrorCode>> =>
  asPerson({ method: 'POST', path: '/api/devices/flags/seen', body: { ids }, answer: flagsSeenSchema });

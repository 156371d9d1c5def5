import type { Request } from 'express';
import { AppError } from '#src/errors/app-error.ts';
import type { DeviceClaim } from '#src/services/devices.ts';
import { labelOf } from './device-label.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What the headers say of the device that signs in. */
export function deviceClaimOf(request: Request): DeviceClaim {
  const id = request.get('x-device-id')?.toLowerCase();
  if (id !== undefined && !uuid.test(id))
    throw new AppError('bad_request', undefined, { fields: { 'X-Device-Id': 'uuid' } });
  return {
    id,
    issued: issuedOf(request),
    label: labelOf(request.get('x-device-label'), request.get('user-agent')),
  };
}

function issuedOf(request: Request): number | undefined {
  const text = request.get('x-device-issued');
  if (text === undefined) return undefined;
  if (!/^[0-9]{1,15}$/.test(text))
    throw new AppError('bad_request', undefined, { fields: { 'X-Device-Issued': 'number' } });
  return Number(text);
}

import { z } from 'zod';

/** Accepts a UUID in the one spelling that ids use: lower case with dashes. */
export const uuidSchema = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** A new UUID, version 7 (RFC 9562), whose first 48 bits are the time, so that ids sort by creation. */
export function uuidv7(nowMs: number, randomBytes: (count: number) => Uint8Array): string {
  const time = Math.floor(nowMs).toString(16).padStart(12, '0');
  const random = Uint8Array.from(randomBytes(10));
  random[0] = ((random[0] ?? 0) & 0x0f) | 0x70; // version
  random[2] = ((random[2] ?? 0) & 0x3f) | 0x80; // variant
  let hex = time;
  for (const byte of random) hex += HEX[byte] ?? '';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

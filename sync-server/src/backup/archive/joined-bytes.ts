import { asBytes } from './as-bytes.ts';

export const joinedBytes = (parts: readonly Uint8Array[]): Uint8Array => asBytes(Buffer.concat(parts));

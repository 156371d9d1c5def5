import { utf8Bytes } from './utf8-bytes.ts';

// RFC 1321, section 3.4: per-round shift amounts and the sine table.
const SHIFTS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const;
const SINES = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) | 0);

/**
 * The MD5 of a text's UTF-8 bytes as 32 hex digits: a fingerprint for revision ids that both sides can compute
 * synchronously, never a protection against anyone.
 */
export function md5(text: string): string {
  const words = padded(utf8Bytes(text));
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let block = 0; block < words.length; block += 16) addBlock(state, words, block);
  return hex(state);
}

function padded(bytes: Uint8Array): Int32Array {
  const blocks = Math.floor((bytes.length + 8) / 64) + 1;
  const words = new Int32Array(blocks * 16);
  for (let at = 0; at <= bytes.length; at += 1) {
    const byte = bytes[at] ?? 0x80; // one 1 bit ends the message
    words[at >> 2] = (words[at >> 2] ?? 0) | (byte << ((at % 4) * 8));
  }
  words[words.length - 2] = bytes.length << 3;
  words[words.length - 1] = Math.floor(bytes.length / 2 ** 29);
  return words;
}

// No objects and no destructuring in here: a gateway hashes every body it merges.
function addBlock(state: Int32Array, words: Int32Array, block: number): void {
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  for (let i = 0; i < 64; i += 1) {
    const sum = (a + mixed(i >> 4, b, c, d) + (SINES[i] ?? 0) + (words[block + wordAt(i)] ?? 0)) | 0;
    const shift = SHIFTS[i >> 4]?.[i % 4] ?? 0;
    a = d;
    d = c;
    c = b;
    b = (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0;
  }
  state[0] = (state[0] ?? 0) + a;
  state[1] = (state[1] ?? 0) + b;
  state[2] = (state[2] ?? 0) + c;
  state[3] = (state[3] ?? 0) + d;
}

function mixed(round: number, b: number, c: number, d: number): number {
  if (round === 0) return (b & c) | (~b & d);
  if (round === 1) return (d & b) | (~d & c);
  if (round === 2) return b ^ c ^ d;
  return c ^ (b | ~d);
}

function wordAt(i: number): number {
  if (i < 16) return i;
  if (i < 32) return (5 * i + 1) % 16;
  if (i < 48) return (3 * i + 5) % 16;
  return (7 * i) % 16;
}

function hex(state: Int32Array): string {
  const bytes = new Uint8Array(state.length * 4);
  state.forEach((word, i) => [0, 8, 16, 24].forEach((bits, j) => (bytes[i * 4 + j] = word >>> bits)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

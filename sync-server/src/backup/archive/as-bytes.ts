/** The same memory as plain bytes: the types of Node's buffers are not those of the language's arrays. */
export const asBytes = (buffer: Buffer): Uint8Array =>
  new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);

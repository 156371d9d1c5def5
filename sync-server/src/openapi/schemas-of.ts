import { z } from 'zod';
import type { NamedSchema } from './described-route.ts';

export type Json = Readonly<Record<string, unknown>>;

/** Every schema once, under its own name; what is sent is described as it is sent, what is answered as it comes. */
export class SchemaBook {
  readonly #schemas = new Map<string, Json>();

  /** A reference to a schema, which is written down the first time. */
  refer(named: NamedSchema, io: 'input' | 'output'): Json {
    const [entry] = Object.entries(named);
    if (entry === undefined) return {};
    const [name, schema] = entry;
    const title = name.replace(/Schema$/, '');
    if (!this.#schemas.has(title)) this.#schemas.set(title, jsonOf(schema, io));
    return { $ref: `#/components/schemas/${title}` };
  }

  get all(): Json {
    return Object.fromEntries([...this.#schemas].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
}

/** What JSON has no word for (a cleaned text, a check across fields) is described as far as it goes. */
export function jsonOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
  });
  return json;
}

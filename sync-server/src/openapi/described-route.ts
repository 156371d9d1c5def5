import type { z } from 'zod';

/** One schema by the name under which the document lists it. */
export type NamedSchema = Readonly<Record<string, z.ZodType>>;

/** What the document says of a route: the words of docs/routes.md with the schemas themselves. */
export interface DescribedRoute {
  /** As express has it: `PUT /api/jobs/:id`. */
  readonly call: string;
  readonly who: 'anybody' | 'session' | 'member' | 'removed too' | 'owner';
  readonly body?: NamedSchema;
  readonly query?: NamedSchema;
  readonly answer?: NamedSchema;
  /** What is taken and answered where no schema says it: bytes, and what CouchDB says. */
  readonly takes?: string;
  readonly answers?: string;
  /** 200 unless told. */
  readonly status?: number;
  readonly note?: string;
}

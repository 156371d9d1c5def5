import { z } from 'zod';

// `/api` answers `{error: {code}}`; `/sync` answers as CouchDB does, with the code beside.
const apiSchema = z.object({ error: z.object({ code: z.string() }) });
const syncSchema = z.object({ code: z.string() });

/** The code of a refusal in either of the server's forms; undefined for whatever else answered. */
export function refusalCode(text: string): string | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  const api = apiSchema.safeParse(body);
  if (api.success) return api.data.error.code;
  const sync = syncSchema.safeParse(body);
  return sync.success ? sync.data.code : undefined;
}

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { generationOf, nextRevision, type FixedRevision } from './revisions.ts';

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
const serverRev = fc.option(
  fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.stringMatching(/^[0-9a-f]{32}$/))
    .map(([g, hash]) => `${g}-${hash}`),
  { nil: undefined },
);

test('each further save stands one above the one before and names the whole chain down to the server', () => {
  fc.assert(
    fc.property(serverRev, fc.array(bytes, { minLength: 1, maxLength: 6 }), (server, randoms) => {
      let held: FixedRevision | undefined;
      for (const [index, random] of randoms.entries()) {
        held = nextRevision(held, server, () => random);
        const base = server === undefined ? 0 : generationOf(server);
        expect(held.rev).toMatch(new RegExp(`^${base + index + 1}-[0-9a-f]{32}$`));
        expect(held.revisions.start).toBe(base + index + 1);
        expect(held.revisions.ids).toHaveLength(index + 1 + (server === undefined ? 0 : 1));
        expect(held.rev).toBe(`${held.revisions.start}-${held.revisions.ids[0]}`);
        expect(server?.endsWith(held.revisions.ids.at(-1) ?? '?') ?? true).toBe(true);
      }
    }),
  );
});

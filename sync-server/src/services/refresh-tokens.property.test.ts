import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadSecrets } from '#src/config/secrets.ts';
import { parseConfig } from '#src/config/config.ts';
import { openEmbeddedStore } from '#src/store/embedded/embedded-store-server.ts';
import { RefreshTokens } from './refresh-tokens.ts';
import { Sessions } from './sessions.ts';
import { SystemStore } from './system-store.ts';

it('never signs out a phone that loses answers but stores a successor before it uses it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'revops-refresh-'));
  const stores = await openEmbeddedStore({ folder });
  const keys = await loadSecrets({ ...parseConfig({}), dataDir: folder }, Date.now());
  const system = new SystemStore(await stores.open('revops-system'));
  const parts = { system, tokens: new RefreshTokens(keys), now: Date.now, newId: () => crypto.randomUUID() };
  const sessions = new Sessions(parts);
  const input = { workshopId: 'w', deviceId: undefined, deviceCode: undefined, label: 'x' };
  // true = the answer arrives.
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 12 }), async (arrivals) => {
      const started = await sessions.start({ ...input, userId: crypto.randomUUID() });
      let held = started.refreshToken;
      let thief: string | undefined;
      for (const arrives of arrivals) {
        const { refreshToken } = await sessions.rotate(held);
        if (!arrives) continue;
        thief ??= held;
        held = refreshToken;
      }
      await expect(sessions.rotate(held)).resolves.toMatchObject({
        refreshToken: expect.any(String) as string,
      });
      // Once its successor has been used, the first token is stolen goods.
      if (thief === undefined) return;
      await expect(sessions.rotate(thief)).rejects.toMatchObject({ code: 'refresh_reused' });
      await expect(sessions.rotate(held)).rejects.toMatchObject({ code: 'refresh_reused' });
    }),
    { numRuns: 40 },
  );
  await stores.close();
});

import type { Check, Mutation } from './mutation.ts';

const simulator: Check = { kind: 'simulator', seeds: 16 };

/** The ten that an issue named, each a mistake that somebody could make. */
export const mutations: readonly Mutation[] = [
  {
    name: 'drop the journal entry before the acknowledgement',
    edits: [
      {
        file: 'pwa/src/engine/sender.ts',
        from: "        await env.step?.('send:batch-read');\n",
        to: "        await env.step?.('send:batch-read');\n        await acknowledge(env.db, entries, { fence: env.fence, userId: env.userId });\n",
      },
    ],
    caughtBy: simulator,
  },
  {
    name: 'skip an access check',
    edits: [
      {
        file: 'sync-server/src/sync/reading/readable.ts',
        from: "return keys === 'all' || meets(keys, access);",
        to: "return keys === 'all' || keys.length > 0;",
      },
    ],
    caughtBy: simulator,
  },
  {
    name: 'merge by arrival',
    edits: [
      {
        file: 'domain/src/merge/merge-fields.ts',
        from: 'if (clockA !== clockB) return clockA > clockB ? a : b;',
        to: 'if (clockA !== clockB) return b;',
      },
      {
        file: 'domain/src/merge/merge.ts',
        from: '\n    .toSorted(([a], [b]) => byBytes(a, b))',
        to: '',
      },
    ],
    caughtBy: {
      kind: 'tests',
      file: 'domain/src/merge/merge.property.test.ts',
      title: 'does not depend on their order',
    },
  },
  {
    name: 'accept a stale `since`',
    edits: [
      {
        file: 'sync-server/src/sync/feed-state.ts',
        from: 'return later.every((entry) => entry.follows || (comparable && seqNumber(entry.begins) >= place));',
        to: 'return later.length >= 0;',
      },
    ],
    caughtBy: {
      kind: 'tests',
      file: 'sync-server/src/sync/timelines.test.ts',
      title: 'is good up to where the next timeline begins',
    },
  },
  {
    name: 'lose a refusal',
    edits: [
      {
        file: 'pwa/src/data/exchange/refuse.ts',
        from: '      await tray.put({ key, id, rev, body, code, reason, refusedAt, answered: false });\n',
        to: '',
      },
    ],
    caughtBy: simulator,
  },
  {
    name: 'double-count a repeat',
    edits: [
      {
        file: 'pwa/src/data/fold/totals.ts',
        from: 'of difference(before.shares, after.shares))',
        to: 'of difference([], after.shares))',
      },
    ],
    caughtBy: simulator,
  },
  {
    name: 'skip the fencing number',
    edits: [
      {
        file: 'pwa/src/data/database/meta.ts',
        from: "if (fence !== undefined && (await metaIn(tx, 'fence')) !== fence)",
        to: "if (fence === -1 && (await metaIn(tx, 'fence')) !== fence)",
      },
      {
        file: 'pwa/src/data/database/fence.ts',
        from: "if (fence !== undefined && (await readMeta(db, 'fence')) !== fence)",
        to: "if (fence === -1 && (await readMeta(db, 'fence')) !== fence)",
      },
    ],
    caughtBy: {
      kind: 'tests',
      file: 'pwa/src/data/exchange/exchange.test.ts',
      title: 'an engine that lost its lock can write nothing',
    },
  },
  {
    name: 'restore without a new timeline',
    edits: [
      {
        file: 'sync-server/src/sync/timelines.ts',
        from: 'if (list.some((entry) => entry.opening === info.opening)) return list;',
        to: 'if (list.some((entry) => entry.opening === info.opening) || list.length > 0) return list;',
      },
    ],
    caughtBy: {
      kind: 'tests',
      file: 'sync-server/src/sync/timelines.test.ts',
      title: 'gets one entry per opening, however many processes share it',
    },
  },
  {
    name: 'wipe before hand-over',
    edits: [
      {
        file: 'pwa/src/engine/removal.ts',
        from: 'const confirmed = await this.#handOver(signal);',
        to: 'const confirmed = signal.aborted ? await this.#handOver(signal) : heldKeys(await onlyHere(db));',
      },
    ],
    caughtBy: simulator,
  },
  {
    name: 'number twice after cloning',
    edits: [
      {
        file: 'sync-server/src/services/devices.ts',
        from: 'if (claim.issued === undefined || claim.issued >= last.n)',
        to: 'if (claim.issued === undefined || claim.issued >= 0)',
      },
    ],
    caughtBy: {
      kind: 'tests',
      file: 'sync-server/src/routes/auth-routes.test.ts',
      title: 'closes a device that has forgotten entries and starts a new one',
    },
  },
];

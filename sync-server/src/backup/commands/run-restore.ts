import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BackupError } from '../backup-error.ts';
import { askServer } from '../control/ask-server.ts';
import { restoreSecrets } from '../own-secrets.ts';
import { restoreArchive } from '../restoring/restore-archive.ts';
import { runCommand, withStores } from './command.ts';

const usage =
  'npm run restore -- <archive> [--workshop id] [--into empty|existing] [--replace]\n' +
  '--into existing joins the archive with what is there; --replace puts it in its place.';

/** `npm run restore -- <archive>`: brings an archive back into the store that the settings name. */
runCommand(async ({ config, key, say }) => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      workshop: { type: 'string' },
      into: { type: 'string', default: 'empty' },
      replace: { type: 'boolean', default: false },
    },
  });
  const [path] = positionals;
  const { workshop, into, replace } = values;
  if (path === undefined || (into !== 'empty' && into !== 'existing')) throw new BackupError(usage);
  if (replace && into === 'empty') throw new BackupError('--replace goes with --into existing.');
  if ((await askServer(config.dataDir, 'hello', {}).catch(() => true)) !== undefined)
    throw new BackupError(
      'A server runs on this data. Stop it first: it would go on with what it remembers.',
    );
  const { manifest, workshops } = await withStores(config, (target) =>
    restoreArchive(target, {
      path: resolve(path),
      key,
      now: Date.now,
      workshop,
      into,
      replace,
      restoreSecrets: (text) => restoreSecrets(config, text),
    }),
  );
  say(`Restored as of ${manifest.at}: ${workshops.length === 0 ? 'no workshop' : workshops.join(', ')}`);
  say(`files: ${manifest.files.count}`);
  say('Phones notice by themselves and bring back what they had sent since then.');
  say('Whoever was removed, signed out or gave a new password since then has to be looked at again.');
});

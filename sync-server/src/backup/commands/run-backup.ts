import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { keyText } from '../archive/key-text.ts';
import { BackupError } from '../backup-error.ts';
import { askServer } from '../control/ask-server.ts';
import { ownSecrets } from '../own-secrets.ts';
import { takeBackup, type TakenBackup } from '../take-backup.ts';
import { runCommand, withStores } from './command.ts';
import { sizeInWords } from './size-in-words.ts';

/** `npm run backup [-- --to folder]`: a verified archive of everything, also while the server runs. */
runCommand(async ({ config, key, say }) => {
  const { values } = parseArgs({ options: { to: { type: 'string' } } });
  const folder = resolve(values.to ?? config.backup.dir ?? join(config.dataDir, 'backups'));
  // The embedded store belongs to one process: where a server runs, it makes the backup.
  const isEmbedded = config.couchdbUrl === undefined;
  const input = { folder, key: keyText(key) };
  const byServer = isEmbedded ? await askServer(config.dataDir, 'backup', input) : undefined;
  if (isEmbedded && !existsSync(join(config.dataDir, 'databases')))
    throw new BackupError(`There is no data in ${config.dataDir}. Is DATA_DIR right?`);
  const secrets = await ownSecrets(config);
  const taken =
    (byServer as TakenBackup | undefined) ??
    (await withStores(config, (source) =>
      takeBackup(source, { folder, key, now: Date.now, secrets, scratchIn: config.dataDir }),
    ));
  say(`Written and verified: ${taken.path}`);
  say(
    `${sizeInWords(taken.bytes)}, workshops: ${taken.workshops}, documents: ${taken.documents}, files: ${taken.files}`,
  );
  if (taken.workshops === 0)
    say('There is no workshop in it. Are DATA_DIR, COUCHDB_URL and COUCHDB_PREFIX right?');
  if (values.to === undefined && config.backup.dir === undefined)
    say('It lies beside the data. Copy it to another machine, or set BACKUP_DIR to a disk of its own.');
});

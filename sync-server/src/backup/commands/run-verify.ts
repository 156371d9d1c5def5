import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { keyText } from '../archive/key-text.ts';
import { BackupError } from '../backup-error.ts';
import { askServer } from '../control/ask-server.ts';
import { verifyArchive, type Verified } from '../verifying/verify-archive.ts';
import { runCommand, withStores, type Command } from './command.ts';

/** `npm run backup:verify -- <archive> [--alone]`: restores into a scratch store and compares. */
runCommand(async (command) => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { alone: { type: 'boolean' } },
  });
  const [path] = positionals;
  if (path === undefined)
    throw new BackupError('Name an archive: npm run backup:verify -- backups/revops-….rbk');
  const { verified, compared } = await verify(command, resolve(path), values.alone === true);
  const { manifest, differences, notes } = verified;
  for (const { name, documents, leaves, seq } of manifest.databases)
    command.say(`${name}: documents ${documents}, leaves ${leaves}, at ${seq.slice(0, 20)}`);
  command.say(`files: ${manifest.files.count}`);
  for (const note of notes) command.say(`not compared: ${note}`);
  command.say(compared);
  if (differences.length > 0) throw new BackupError(`It differs:\n${differences.join('\n')}`);
  command.say(`The archive of ${manifest.at} is whole and comes back exactly.`);
});

interface Outcome {
  readonly verified: Verified;
  readonly compared: string;
}

const withSource = 'Compared with the archive itself and with the store it was taken from.';

async function verify({ config, key }: Command, path: string, isAlone: boolean): Promise<Outcome> {
  if (isAlone) return alone(path, key, '--alone was given');
  if (config.couchdbUrl === undefined) {
    const answer = await askServer(config.dataDir, 'verify', { path, key: keyText(key) });
    if (answer !== undefined) return { verified: answer as Verified, compared: withSource };
    if (!existsSync(join(config.dataDir, 'databases')))
      return alone(path, key, 'there is no data on this machine');
  }
  try {
    const verified = await withStores(config, (source) => verifyArchive({ path, key, source }));
    return { verified, compared: withSource };
  } catch (error) {
    // A machine without the data is a good place to verify on.
    const cannotOpen = error instanceof BackupError && error.cause instanceof Error;
    if (!cannotOpen) throw error;
    return alone(path, key, error.message);
  }
}

async function alone(path: string, key: Command['key'], why: string): Promise<Outcome> {
  const verified = await verifyArchive({ path, key });
  return { verified, compared: `Compared with the archive itself only (${why}).` };
}

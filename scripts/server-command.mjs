// `npm run backup`, `restore`, `backup:verify`: commands of the server, from the project's folder like `npm start`.
import { join } from 'node:path';
import { install, requireNode, root, run } from './lib/bootstrap.mjs';

requireNode();
// On the day it is needed there may be nothing but a fresh clone and an archive.
install();

const [name, ...args] = process.argv.slice(2);
const command = join(root, 'sync-server', 'src', 'backup', 'commands', `run-${name}.ts`);
run(process.execPath, ['--import', 'tsx', '--conditions=source', command, ...args]);

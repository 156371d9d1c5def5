// `npm run backup`, `restore`, `backup:verify`: commands of the server, from the project's folder like `npm start`.
import { join } from 'node:path';
import { root, run } from './lib/bootstrap.mjs';

const [name, ...args] = process.argv.slice(2);
const command = join(root, 'sync-server', 'src', 'backup', 'commands', `run-${name}.ts`);
run(process.execPath, ['--import', 'tsx', '--conditions=source', command, ...args]);

// `npm start`: installs, builds and runs the app with the embedded store.
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { install, requireNode, root, run } from './lib/bootstrap.mjs';

requireNode();
install();
console.log('Building …');
run('npm', ['run', '--silent', 'build']);

const server = spawn(process.execPath, [join(root, 'sync-server', 'dist', 'main.js')], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));

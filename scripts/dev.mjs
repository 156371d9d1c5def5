// `npm run dev`: the server restarts on change, the app reloads while you type.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { install, requireNode, root, run } from './lib/bootstrap.mjs';

requireNode();
install();
run('npm', ['run', '--silent', 'words', '-w', 'pwa']);

// Without npx between, so that one signal ends them.
const tool = (path, args, cwd) =>
  spawn(process.execPath, [join(root, 'node_modules', path), ...args], { cwd, stdio: 'inherit' });
const children = [
  tool('tsx/dist/cli.mjs', ['watch', '--conditions=source', 'sync-server/src/main.ts'], root),
  tool('vite/bin/vite.js', ['--clearScreen', 'false'], join(root, 'pwa')),
];
const stop = () => children.forEach((child) => child.kill('SIGTERM'));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
for (const child of children) child.on('exit', stop);

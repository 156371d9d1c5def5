// Installs packages of the system where that is possible: Debian and its children, as root or by sudo without a password.
import { spawnSync } from 'node:child_process';

const succeeds = (command, args, options = {}) =>
  spawnSync(command, args, { stdio: 'ignore', ...options }).status === 0;

function apt(args, timeout) {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const [command, ...rest] = [...asRoot, 'apt-get', ...args];
  return succeeds(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout });
}

/** Whether they could be installed. With a limit nobody waits longer than that for a slow mirror. */
export function installPackages(names, { fetchMs } = {}) {
  if (!succeeds('apt-get', ['--version'])) return false;
  const wanted = ['-y', '-qq', '--no-install-recommends', ...names];
  apt(['update', '-qq'], fetchMs);
  // Only what is fetched may be broken off: a package that is half set up would be left behind.
  return apt(['install', '--download-only', ...wanted], fetchMs) && apt(['install', ...wanted]);
}

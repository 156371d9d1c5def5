// Finds a Chromium for the browser tests, or installs it from the system's packages when that is possible.
import { existsSync } from 'node:fs';
import { installPackages } from './system-packages.mjs';

const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const find = () => candidates.find((path) => path !== undefined && path !== '' && existsSync(path));

function installFromPackages() {
  console.log('Installing Chromium for the browser tests …');
  installPackages(['chromium', 'fonts-noto-core']);
}

/** The path of a Chromium; ends the process with one clear line where there is none. */
export function requireChromium() {
  if (find() === undefined) installFromPackages();
  const path = find();
  if (path !== undefined) return path;
  console.error(
    'The browser tests need Chromium: install it (Debian: apt-get install chromium) or name it in CHROMIUM_PATH.',
  );
  process.exit(1);
}

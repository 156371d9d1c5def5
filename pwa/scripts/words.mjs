// Compiles src/words/<locale>/*.json. Every area file is picked up by being there; `--kit` adds the pseudo-locale en-XA.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from '@inlang/paraglide-js';
import { pseudoLocale } from './pseudo-locale.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const isKit = process.argv.includes('--kit');
const work = join(root, 'node_modules/.words', isKit ? 'kit' : 'app');
const settings = JSON.parse(readFileSync(join(root, 'project.inlang/settings.json'), 'utf8'));

/** One flat catalogue; a key must start with the name of its file, so two areas can never claim the same words. */
function catalogue(locale) {
  const folder = join(root, 'src/words', locale);
  const all = {};
  for (const name of readdirSync(folder)
    .filter((entry) => entry.endsWith('.json'))
    .sort()) {
    const area = name.replace('.json', '').replaceAll('-', '_');
    for (const [key, message] of Object.entries(JSON.parse(readFileSync(join(folder, name), 'utf8')))) {
      if (key.startsWith('$')) continue;
      if (!key.startsWith(`${area}_`))
        throw new Error(`words/${locale}/${name}: "${key}" must start with "${area}_"`);
      all[key] = message;
    }
  }
  return all;
}

const catalogues = Object.fromEntries(settings.locales.map((locale) => [locale, catalogue(locale)]));
if (isKit) catalogues['en-XA'] = pseudoLocale(catalogues.en);

const project = join(work, 'project.inlang');
mkdirSync(project, { recursive: true });
for (const [locale, messages] of Object.entries(catalogues)) {
  writeFileSync(join(work, `${locale}.json`), JSON.stringify(messages));
}
writeFileSync(
  join(project, 'settings.json'),
  JSON.stringify({
    ...settings,
    locales: Object.keys(catalogues),
    modules: [createRequire(import.meta.url).resolve('@inlang/plugin-message-format')],
    'plugin.inlang.messageFormat': { pathPattern: './{locale}.json' },
  }),
);

await compile({
  project,
  outdir: isKit ? join(work, 'compiled') : join(root, 'src/words/compiled'),
  strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
  localStorageKey: 'revops-locale',
  isServer: 'false',
  emitPrettierIgnore: false,
  emitReadme: false,
  disableAsyncLocalStorage: true,
});

// The compiler leaves a thirty-second timer behind; nothing waits for it.
process.exit();

import { fileURLToPath } from 'node:url';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { manifest } from './manifest.config.ts';
import { onDemandList } from './on-demand.config.ts';

const compiledKitWords = fileURLToPath(new URL('./node_modules/.words/kit/compiled', import.meta.url));
const notBundled = fileURLToPath(new URL('./scripts/not-bundled.mjs', import.meta.url));
const gateway = { target: 'http://127.0.0.1:3001', ws: true };

// Big parts that many screens share, one file each; all else is cut by who needs it, so that the first visit loads
// neither forms nor schemas. A group takes everything its modules import, whether used or not: none may reach the domain.
const chunkGroups = [
  // What fetches a chunk: in a group that comes later it would keep the app from starting before that came.
  { name: 'preload', test: /vite[\\/]preload-helper|rolldown[\\/]runtime/, priority: 3 },
  { name: 'react', test: /node_modules[\\/](react|react-dom|react-router|scheduler)[\\/]/, priority: 2 },
  { name: 'forms', test: /node_modules[\\/]react-hook-form[\\/]/, priority: 1 },
  {
    name: 'later-pdf',
    test: /node_modules[\\/](jspdf|fflate|fast-png|iobuffer|pako|@babel[\\/]runtime)[\\/]/,
    priority: 1,
  },
  { name: 'schemas', test: /node_modules[\\/]zod[\\/]/, priority: 1 },
  {
    name: 'base',
    test: /lucide-react|src[\\/]platform|components[\\/](ui[\\/](banner|button|class-names|icon-button)|layout[\\/](door-screen|top-bar|trailing|way-back))|words[\\/]compiled[\\/]runtime/,
    minShareCount: 3,
  },
];

/**
 * Screens that show nothing without the server, and those of owners alone: a manager's phone needs them as little as it
 * needs papers, and an owner's keeps them from the first look on, or at rest.
 */
const comesLater =
  /features[\\/](?:alarms|backups|day-book|devices|duplicates|erase|history|payments|quarantine|recovery|reports|team|more[\\/]workshop-screen|sign-in[\\/](?:forgot|reset))|data[\\/]account[\\/]demo(?:-fill|-history)?\.ts|domain[\\/]src[\\/]demo[\\/]/;

/** What owners look at in the evening, and what is done with cash besides taking it: fetched at rest, there without signal from then on. */
const comesAtRest =
  /features[\\/](?:cash|team)[\\/]|features[\\/]money[\\/](?:agreed|day|decide|deposit|hand-over-(?:form|screen|slips)|hand-overs|handed|reject)|components[\\/]cash[\\/](?:count|covers|hand-over|note|reason|use)|components[\\/]figures[\\/](?:bars|chart|daily|dues|duration|figures-(?:panel|table)|peak|people|period|status|totals|use)|components[\\/]photos[\\/](?:photo-(?:compare|pair)|compare-stage)|data[\\/](?:hooks[\\/]use-(?:alarms|figures)|queries[\\/](?:alarms|dues|figures|status-times))|domain[\\/]src[\\/](?:analytics[\\/]|hand-over-code)|node_modules[\\/]qr[\\/]/;
const isLater = (id: string): boolean => comesLater.test(id) || comesAtRest.test(id);
/** Goes with whatever shows it. */
const goesAlong = /words[\\/]compiled[\\/]messages/;

/** Whether only screens that come later need a file; what several of them share has no screen of its own. */
const isForLater = (facade: string | null, modules: readonly string[]): boolean =>
  facade === null
    ? modules.some(isLater) && modules.every((id) => isLater(id) || goesAlong.test(id))
    : isLater(facade);

export default defineConfig(({ mode }) => ({
  plugins: [
    react(),
    tailwind(),
    onDemandList(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'service-worker.ts',
      registerType: 'prompt',
      injectRegister: false,
      // Those that the app itself shows are in the list below.
      includeManifestIcons: false,
      manifest,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,woff2,svg,png,webmanifest}'],
        // Only the system asks for these, when it shows or installs the app: never offline.
        globIgnores: ['icons/{screenshot-*,icon-512.png,maskable-512.png}', 'types/**', 'assets/later-*'],
        maximumFileSizeToCacheInBytes: 2 * 1024 * 1024,
      },
    }),
  ],
  resolve: {
    conditions: ['source', 'module', 'browser', 'development|production'],
    // The kit reads words that include the pseudo-locale; the app's own compiled words stay untouched beside it.
    alias: [
      { find: /^(?:html2canvas|dompurify|canvg)$/, replacement: notBundled },
      ...(mode === 'kit' ? [{ find: /^#src\/words\/compiled/, replacement: compiledKitWords }] : []),
    ],
  },
  worker: { format: 'es' },
  build: {
    outDir: mode === 'kit' ? 'dist-kit' : 'dist',
    target: ['chrome111', 'safari16.4', 'firefox128'],
    // Inlined assets would be data: addresses, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: { groups: chunkGroups },
        chunkFileNames: ({ facadeModuleId, moduleIds, name }) =>
          isForLater(facadeModuleId ?? null, moduleIds)
            ? `assets/later-${name}-[hash].js`
            : 'assets/[name]-[hash].js',
      },
    },
  },
  server: { proxy: { '/api': gateway, '/sync': gateway } },
  preview: { proxy: { '/api': gateway, '/sync': gateway } },
}));

import { defineConfig } from 'vite';

// The page that measures the phone's data layer in a real browser, built as the app is.
export default defineConfig({
  base: '/__bench__/',
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  worker: { format: 'es' },
  build: { outDir: '../dist', emptyOutDir: true, target: 'chrome111', assetsInlineLimit: 0 },
});

import type { Plugin } from 'vite';

/**
 * Parts that few need at once and that are too heavy for every phone's first install: chunks whose file is named
 * `later-…`, and the fonts of papers. They are not in the precache; the app fetches them when it has time
 * (src/platform/on-demand.ts) and the service worker answers with what came.
 */
const onDemand = /^assets\/(?:later-[^/]+\.js|[^/]+\.ttf)$/;

/** Writes down which they are, and that nothing in the precache waits for one of them: it would not open without signal. */
export function onDemandList(): Plugin {
  return {
    name: 'on-demand-list',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || onDemand.test(chunk.fileName)) continue;
        const late = chunk.imports.filter((name) => onDemand.test(name));
        if (late.length > 0) this.error(`${chunk.fileName} needs ${late.join(', ')}, which comes later`);
      }
      const files = Object.keys(bundle).filter((name) => onDemand.test(name));
      const source = JSON.stringify(files.toSorted().map((name) => `/${name}`));
      this.emitFile({ type: 'asset', fileName: 'on-demand.json', source });
    },
  };
}

import express, { type Express } from 'express';

export interface FoundRoute {
  readonly method: string;
  /** As Express names it: `/api/auth/sessions/:id`. */
  readonly path: string;
}

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle: { readonly stack?: readonly Layer[] };
}

type Use = (this: { readonly stack: readonly Layer[] }, ...args: unknown[]) => unknown;

/** Where each layer is mounted: Express keeps it nowhere. */
const mounts = new WeakMap<Layer, string>();

/** Makes an app and remembers where its routers were mounted, so that a new route needs no line in any test. */
export function withMounts<T>(make: () => T): T {
  const prototype = express.Router.prototype as unknown as { use: Use };
  const { use } = prototype;
  prototype.use = function remembering(...args) {
    const before = this.stack.length;
    const result = use.apply(this, args);
    const path = typeof args[0] === 'string' && args[0] !== '/' ? args[0] : '';
    for (const layer of this.stack.slice(before)) mounts.set(layer, path);
    return result;
  };
  try {
    return make();
  } finally {
    prototype.use = use;
  }
}

function walk(stack: readonly Layer[], base: string): FoundRoute[] {
  return stack.flatMap((layer) => {
    if (layer.route) {
      const { path, methods } = layer.route;
      const names = Object.keys(methods).filter((name) => methods[name] === true);
      return names.map((name) => ({ method: name.toUpperCase(), path: base + (path === '/' ? '' : path) }));
    }
    return walk(layer.handle.stack ?? [], base + (mounts.get(layer) ?? ''));
  });
}

/** Every route of the app, in the order in which they are tried. */
export function routesOf(app: Express): FoundRoute[] {
  return walk((app as unknown as { router: { stack: readonly Layer[] } }).router.stack, '');
}

import { runInThisContext } from 'node:vm';
import { viewNames, viewText, type ViewName } from './views.ts';

/** A key sorts as CouchDB sorts it: null, booleans, numbers, strings, arrays, objects. */
export interface Emission {
  readonly key: unknown;
  readonly value: unknown;
}

export interface ViewedDocument {
  readonly _id: string;
  readonly [field: string]: unknown;
}

type Emit = (key: unknown, value: unknown) => void;
type View = (doc: ViewedDocument) => void;

let sink: Emission[] = [];

const emit: Emit = (key, value) => {
  sink.push({ key: asJson(key), value: asJson(value) });
};

/** What CouchDB makes of what JSON cannot say. */
function asJson(value: unknown): unknown {
  if (value === undefined) return null;
  return Array.isArray(value) ? value.map((one: unknown) => one ?? null) : value;
}

/** The very text that CouchDB runs, with its one global. */
function compile(view: ViewName): View {
  const make = runInThisContext(`(function (emit) { return (${viewText(view)}); })`, {
    filename: `views/${view}.js`,
  }) as (emit: Emit) => View;
  return make(emit);
}

const functions = Object.fromEntries(viewNames.map((view) => [view, compile(view)])) as Record<
  ViewName,
  View
>;

/** What a view says of a document. A document that it cannot read says nothing, as in CouchDB. */
export function emissionsOf(view: ViewName, doc: ViewedDocument): readonly Emission[] {
  sink = [];
  try {
    functions[view](doc);
    return sink;
  } catch {
    return [];
  }
}

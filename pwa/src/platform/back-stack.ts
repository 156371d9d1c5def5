// Back closes the topmost layer (sheet, dialog) before it leaves the screen. Each open layer stands for one history
// entry that repeats the current one, so a router sees the same place and the same key.
interface Layer {
  readonly onBack: () => void;
}

const layers: Layer[] = [];
let entries = 0;
let ownMoves = 0;
let isSettling = false;

function topEntry(): number {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('layer' in state)) return 0;
  return typeof state.layer === 'number' ? state.layer : 0;
}

/** Runs after the current task, so that a layer closed and opened in one render (strict mode) moves nothing. */
function settle(): void {
  isSettling = false;
  // Somewhere else was navigated to meanwhile: our entries lie below it and are not ours to take back.
  if (topEntry() !== entries) entries = topEntry();
  while (entries < layers.length) {
    entries += 1;
    history.pushState({ ...(history.state as object | null), layer: entries }, '');
  }
  if (entries > layers.length) {
    ownMoves += 1;
    history.go(layers.length - entries);
    entries = layers.length;
  }
}

function settleSoon(): void {
  if (isSettling) return;
  isSettling = true;
  queueMicrotask(settle);
}

/** React Router numbers its entries; ours repeat the number of the place below them. */
function placeIndex(): unknown {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'idx' in state ? state.idx : undefined;
}

let openPlace: unknown;

// A move between a place and its own layers is none of the router's business: it would take it for a navigation, which
// ends one that is still loading and restores an old scroll position.
function onPopState(event: PopStateEvent): void {
  if (ownMoves > 0) {
    ownMoves -= 1;
    event.stopImmediatePropagation();
    if (ownMoves === 0) for (const tell of waiting.splice(0)) tell();
    return;
  }
  if (layers.length === 0) return;
  entries = topEntry();
  if (placeIndex() === openPlace) event.stopImmediatePropagation();
  for (const layer of layers.slice(entries).toReversed()) layer.onBack();
}

// Before the router's own listener, hence at once and in the capturing phase.
if (typeof window !== 'undefined') addEventListener('popstate', onPopState, { capture: true });

const waiting: (() => void)[] = [];
// The layer closes in the render that the same tap causes, or the save before it; two frames.
const renderMs = 32;
// A browser that loses the event must not keep anybody from going on.
const settleLimitMs = 300;

/**
 * Resolves when closing layers have taken their history entries back. Whoever navigates out of a sheet has to wait for
 * that, or the way back would undo the navigation.
 */
export async function layersSettled(): Promise<void> {
  if (layers.length === 0 && entries === 0 && ownMoves === 0) return;
  await new Promise((resolve) => setTimeout(resolve, renderMs));
  if (ownMoves === 0) return;
  await new Promise<void>((resolve) => {
    waiting.push(resolve);
    setTimeout(resolve, settleLimitMs);
  });
}

/** Registers an open layer; call the result when it closes, for whatever reason. */
export function openLayer(onBack: () => void): () => void {
  if (layers.length === 0) openPlace = placeIndex();
  const layer = { onBack };
  layers.push(layer);
  settleSoon();
  return () => {
    const at = layers.indexOf(layer);
    if (at >= 0) layers.splice(at, 1);
    settleSoon();
  };
}

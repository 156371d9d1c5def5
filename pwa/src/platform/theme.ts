import { useSyncExternalStore } from 'react';

export type ThemeChoice = 'light' | 'dark' | 'system';

// public/theme.js reads the same key before the first paint.
const key = 'revops-theme';
const surfaces = { light: '#ffffff', dark: '#141920' } as const;
const listeners = new Set<() => void>();

function read(): ThemeChoice {
  const chosen = document.documentElement.dataset['theme'];
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

/** The bars of the phone follow the chosen theme, not the system's. */
function paintBars(choice: ThemeChoice): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = meta.media.includes('dark') ? 'dark' : 'light';
    meta.content = surfaces[choice === 'system' ? own : choice];
  }
}

export function chooseTheme(choice: ThemeChoice): void {
  if (choice === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = choice;
  try {
    if (choice === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, choice);
  } catch {
    // Storage may be blocked; the choice then lasts until the page is closed.
  }
  paintBars(choice);
  for (const listener of listeners) listener();
}

/** Call once at start: theme.js has set the attribute, the bars are still the system's. */
export function startTheme(): void {
  paintBars(read());
}

export function useTheme(): ThemeChoice {
  return useSyncExternalStore(subscribe, read);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

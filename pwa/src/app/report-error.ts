// A loop of errors must not become a flood; the first few tell the story.
const maxReports = 5;
let sent = 0;

const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Six letters that a person can read aloud and that stand in the server's log. */
export function newErrorCode(): string {
  const random = crypto.getRandomValues(new Uint8Array(6));
  return Array.from(random, (byte) => alphabet[byte % alphabet.length]).join('');
}

/** The address without ids: what kind of screen, not whose car. */
export function routeShape(pathname: string): string {
  return pathname
    .split('/')
    .map((part) => (/[0-9]/.test(part) ? ':id' : part))
    .join('/')
    .slice(0, 120);
}

/** Tells the server what broke, without personal data; silent when there is no connection. */
export function reportError(error: unknown, code: string = newErrorCode()): void {
  if (sent >= maxReports) return;
  sent += 1;
  const thrown = error instanceof Error ? error : new Error(String(error));
  const report = {
    message: `${code} ${thrown.name}: ${thrown.message}`.slice(0, 500),
    stack: (thrown.stack ?? '').slice(0, 4000),
    // The bundle's own name carries the hash of its content.
    release: new URL(import.meta.url).pathname.slice(-60),
    route: routeShape(location.pathname),
    userAgent: navigator.userAgent.slice(0, 300),
  };
  void fetch('/api/client-errors', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(report),
    keepalive: true,
  }).catch(() => undefined);
}

/** Errors outside any screen: timers, promises nobody waited for. */
export function reportStrayErrors(): void {
  addEventListener('error', (event) => reportError(event.error ?? event.message));
  addEventListener('unhandledrejection', (event) => reportError(event.reason));
}

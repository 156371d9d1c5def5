import { useSyncExternalStore } from 'react';

/** unsupported: this browser, or this way of opening the app, has none. blocked: only the browser's settings can help. */
export type NotifyState = 'unsupported' | 'off' | 'on' | 'blocked';

const key = (userId: string): string => `revops-notify-${userId}`;
const listeners = new Set<() => void>();

const isSupported = (): boolean => typeof Notification !== 'undefined' && 'serviceWorker' in navigator;

function isWanted(userId: string): boolean {
  try {
    return localStorage.getItem(key(userId)) === 'on';
  } catch {
    return false;
  }
}

/** How it stands for one person: a phone may be shared, and another did not ask for it. */
export function notifyState(userId: string): NotifyState {
  if (!isSupported()) return 'unsupported';
  if (Notification.permission === 'denied') return 'blocked';
  return Notification.permission === 'granted' && isWanted(userId) ? 'on' : 'off';
}

/** Only from a tap: a browser that is asked at any other moment answers no, for good. */
export async function allowNotifications(userId: string): Promise<void> {
  const answer = await Notification.requestPermission();
  if (answer === 'granted') remember(userId, true);
  for (const listener of listeners) listener();
}

export function stopNotifications(userId: string): void {
  remember(userId, false);
  for (const listener of listeners) listener();
}

function remember(userId: string, isOn: boolean): void {
  try {
    if (isOn) localStorage.setItem(key(userId), 'on');
    else localStorage.removeItem(key(userId));
  } catch {
    // Storage may be blocked; then there are none.
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useNotifyState = (userId: string): NotifyState =>
  useSyncExternalStore(subscribe, () => notifyState(userId));

/** What the service worker is told to do when it is tapped. */
export interface NotificationData {
  readonly to: string;
  readonly ids: readonly string[];
}

const tag = 'revops-waiting';
/** Without it one that takes another's place comes silently. Browsers that do not know it leave it aside, and the types of the DOM do not have it. */
const again = { renotify: true };

/** The payments that a notification still on screen is about, so that the next one speaks of all of them. */
export async function notifiedIds(): Promise<readonly string[]> {
  const registration = await navigator.serviceWorker.getRegistration();
  const shown = (await registration?.getNotifications({ tag })) ?? [];
  return shown.flatMap(({ data }) => (data as NotificationData | null)?.ids ?? []);
}

/** Shows one, in the place of the one before. */
export async function notify(title: string, body: string, data: NotificationData): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.showNotification(title, {
    body,
    tag,
    data,
    icon: '/icons/icon-192.png',
    badge: '/icons/monochrome-512.png',
    ...again,
  });
}

import { personNamed } from './phone-book.ts';

/** Says which refresh cookie is meant: each device has its own, so two people on one phone keep their sessions apart. */
export const cookieHeadersOf = (deviceId: string): Record<string, string> => ({
  'X-Device-Id': deviceId,
  'X-Token-Transport': 'device',
});

/** For a person who is known on this phone; without one the server looks for the cookie of earlier versions. */
export async function ownCookieHeaders(key: string): Promise<Record<string, string>> {
  const person = await personNamed(key);
  return person === undefined ? {} : cookieHeadersOf(person.deviceId);
}

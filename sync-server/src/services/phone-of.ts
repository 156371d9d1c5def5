import { parsePhone } from '@revops/domain';

/** As E.164 where that is possible; what a person typed is kept otherwise, a phone number never stops a sign-up. */
export function phoneOf(typed: string): string {
  const parsed = parsePhone(typed);
  return parsed.ok ? parsed.value : typed.slice(0, 20);
}

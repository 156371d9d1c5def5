import { useMemo } from 'react';
import type { PaperSize } from '@revops/papers';
import { useDevices, useSession, useWorkshop } from '#src/data/hooks/index.ts';
import type { JobDetail } from '#src/data/views.ts';
import type { PaperChoice, PaperRequest } from './paper-request.ts';

/** What a paper is made of, as this phone knows it; undefined until the workshop and the phones are read. */
export function usePaperRequest(
  job: JobDetail,
  choice: PaperChoice,
  size: PaperSize,
): PaperRequest | undefined {
  const workshop = useWorkshop();
  const devices = useDevices();
  const { deviceId, deviceCode } = useSession();
  return useMemo(() => {
    if (workshop.status === 'loading' || devices.status === 'loading') return undefined;
    const codes = new Map([
      ...devices.value.map(({ id, code }) => [id, code] as const),
      [deviceId, deviceCode] as const,
    ]);
    return {
      choice,
      size,
      workshop: workshop.value,
      job: job.document,
      plateKind: job.plateKind,
      received: job.received,
      // What was not accepted is not on the server and not in the sums.
      payments: job.payments
        .filter(({ mark }) => mark !== 'refused')
        .toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
        .map(({ document, followers, collectorName }) => ({
          payment: document,
          followers,
          code: codes.get(document.device),
          collectorName,
        })),
    };
  }, [workshop, devices, deviceId, deviceCode, job, choice, size]);
}

import { missingFilesRequestSchema, missingFilesSchema } from '@revops/domain';
import type { DescribedRoute } from '../described-route.ts';

export const filesRoutes: readonly DescribedRoute[] = [
  {
    call: 'PUT /api/files/:sha256',
    who: 'member',
    takes: 'bytes, whole or a part by Content-Range',
    answers: '{received, size}',
    note: '201 stored, 200 was there, 202 goes on, 409 does not join on',
  },
  {
    call: 'GET /api/files/:sha256',
    who: 'member',
    answers: 'bytes',
    note: 'while an entry that the person may read names them',
  },
  {
    call: 'POST /api/files/missing',
    who: 'member',
    body: { missingFilesRequestSchema },
    answer: { missingFilesSchema },
    note: 'of what this person sent',
  },
];

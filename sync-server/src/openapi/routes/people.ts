import {
  inviteListSchema,
  inviteRequestSchema,
  inviteSchema,
  managerListSchema,
  workshopUpdateSchema,
  workshopViewSchema,
} from '@revops/domain';
import type { DescribedRoute } from '../described-route.ts';

export const peopleRoutes: readonly DescribedRoute[] = [
  { call: 'GET /api/workshops/mine', who: 'owner', answer: { workshopViewSchema } },
  {
    call: 'PUT /api/workshops/mine',
    who: 'owner',
    body: { workshopUpdateSchema },
    answer: { workshopViewSchema },
  },
  {
    call: 'POST /api/workshops/mine/invites',
    who: 'owner',
    body: { inviteRequestSchema },
    answer: { inviteSchema },
  },
  { call: 'GET /api/workshops/mine/invites', who: 'owner', answer: { inviteListSchema } },
  { call: 'DELETE /api/workshops/mine/invites/:code', who: 'owner', status: 204 },
  { call: 'GET /api/managers', who: 'owner', answer: { managerListSchema } },
  {
    call: 'DELETE /api/managers/:id',
    who: 'owner',
    status: 204,
    note: 'the phone hands over what it has not sent, then deletes',
  },
];

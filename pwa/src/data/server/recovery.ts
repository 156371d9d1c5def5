import {
  recoveryAcceptedSchema,
  recoveryOffersSchema,
  type ErrorCode,
  type RecoveryAccepted,
  type RecoveryOffers,
  type Result,
} from '@revops/domain';
import { z } from 'zod';
import { asPerson } from '../account/as-person.ts';

/** What one phone offers to bring back, as the owner reads it. */
export type RecoveryOffer = RecoveryOffers['items'][number];

const path = (id: string, what: string): string => `/api/recovery/offers/${encodeURIComponent(id)}/${what}`;

/** What phones hold of others that the server has lost; owners only. */
export const listOffers = (): Promise<Result<RecoveryOffers, ErrorCode>> =>
  asPerson({ method: 'GET', path: '/api/recovery/offers', answer: recoveryOffersSchema });

/** Brings back all that one phone offers, as the owner has seen it: `conflict` where it has added to it since. */
export const acceptOffer = ({
  id,
  seen,
}: Pick<RecoveryOffer, 'id' | 'seen'>): Promise<Result<RecoveryAccepted, ErrorCode>> =>
  asPerson({
    method: 'POST',
    path: path(id, 'accept'),
    body: seen === undefined ? {} : { seen },
    answer: recoveryAcceptedSchema,
  });

/** Takes it off the list; the phone that brought it keeps it. */
export const discardOffer = ({ id }: Pick<RecoveryOffer, 'id'>): Promise<Result<unknown, ErrorCode>> =>
  asPerson({ method: 'POST', path: path(id, 'discard'), body: {}, answer: z.object({}) });

import { erasureAnswerSchema, type ErasureAnswer, type ErrorCode, type Result } from '@revops/domain';
import { asPerson } from '../account/as-person.ts';

/** Takes a person's data out of the workshop for good; owners only. */
export const erase = (ids: readonly string[]): Promise<Result<ErasureAnswer, ErrorCode>> =>
  asPerson({ method: 'POST', path: '/api/erasures', body: { ids }, answer: erasureAnswerSchema });

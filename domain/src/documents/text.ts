import { z } from 'zod';

/** A line a person typed: trimmed, never empty, bounded so that one field cannot fill a phone. */
export const lineSchema = z.string().trim().min(1).max(200);

/** Several lines a person typed. */
export const paragraphSchema = z.string().trim().min(1).max(4000);

import type { ErrorCode, Result } from '@revops/domain';

// Loaded when somebody asks for it: no part of the first screen. What invents a workshop is no part of the install either.
const session = () => import('./demo-session.ts');

/** Opens the demo workshop, which lives on this phone only. */
export const startDemo = async (): Promise<Result<undefined, ErrorCode>> =>
  (await import('./demo.ts')).startDemo();

/** Leaves the demo and deletes it. */
export const leaveDemo = async (): Promise<Result<undefined, ErrorCode>> => (await session()).leaveDemo();

/** Shows the demo again after a reload. */
export const resumeDemo = async (): Promise<void> => (await session()).resumeDemo();

import type { ErrorCode, Result } from '@revops/domain';

// The invented workshop is loaded when somebody asks for it: it is no part of the first screen.
const demo = () => import('./demo.ts');

/** Opens the demo workshop, which lives on this phone only. */
export const startDemo = async (): Promise<Result<undefined, ErrorCode>> => (await demo()).startDemo();

/** Leaves the demo and deletes it. */
export const leaveDemo = async (): Promise<Result<undefined, ErrorCode>> => (await demo()).leaveDemo();

/** Shows the demo again after a reload. */
export const resumeDemo = async (): Promise<void> => (await demo()).resumeDemo();

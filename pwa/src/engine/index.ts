export { createEngine } from './engine.ts';
export type { Engine, EngineEnv, EngineSession, Replica } from './env.ts';
export { SignedOutError } from './failures.ts';
export { createSession, type SessionOptions } from './session.ts';
export { durableSteps, requestKinds, type RequestKind, type StepName } from './steps.ts';
export { readBranched } from './former-documents.ts';

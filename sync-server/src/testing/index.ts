/** For tests in other packages: a real server on a free port, and people on phones who speak to its gateway. */
export * from './start-server.ts';
export * from './sync-kit.ts';

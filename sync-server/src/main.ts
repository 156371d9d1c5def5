import { createApp } from './app.ts';
import { startBackups } from './backup/start-backups.ts';
import { ConfigError, parseConfig, type Config } from './config/config.ts';
import { createContext } from './context.ts';
import { createSyncGateway } from './sync/sync-gateway.ts';
import { serve, type Running } from './serve.ts';

/** A second signal, or a drain that hangs, must not keep the process for ever. */
const forceAfterMs = 20_000;

function readConfig(): Config {
  try {
    return parseConfig(process.env);
  } catch (error) {
    if (error instanceof ConfigError) fail(error.message);
    throw error;
  }
}

function fail(words: string): never {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}

function stopOn(running: Running, onError: (error: unknown) => void): void {
  let stopping = false;
  const stop = (code: number): void => {
    if (stopping) process.exit(code === 0 ? 130 : code);
    stopping = true;
    setTimeout(() => process.exit(1), forceAfterMs).unref();
    running.stop().then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', () => stop(0));
  process.on('SIGINT', () => stop(0));
  for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.on(event, (error: unknown) => {
      onError(error);
      stop(1);
    });
  }
}

async function main(): Promise<void> {
  const config = readConfig();
  const context = await createContext(config).catch((error: unknown) => fail((error as Error).message));
  const backups = await startBackups(context).catch((error: unknown) => fail((error as Error).message));
  const gateway = createSyncGateway({ ...context, longpollMs: config.longpollMs });
  const { standby } = backups;
  const app = createApp(context, {
    syncRouter: gateway.router,
    workshops: gateway.workshops,
    ...(standby && { standby: () => standby.state }),
  });
  const running = await serve(context, app, async () => {
    await Promise.all([gateway.close(), backups.stop()]);
  }).catch(async (error: unknown) => {
    await context.close();
    const inUse = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    return fail(
      inUse ? `Port ${config.port} is in use. Set PORT to another number.` : (error as Error).message,
    );
  });
  stopOn(running, (error) => context.logger.fatal({ err: error }, 'unexpected'));
  process.stdout.write(`RevOps is ready at ${running.address}\n`);
}

await main();

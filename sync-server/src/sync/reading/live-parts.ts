import type { Response } from 'express';
import type { AppError } from '#src/errors/app-error.ts';
import type { Metrics } from '../../metrics.ts';
import { EventLoopLag } from './event-loop-lag.ts';
import { LiveClock } from './live-clock.ts';
import { LiveConnections } from './live-connections.ts';
import { defaultLiveLimits, type LiveLimits } from './live-limits.ts';
import { LiveLoad } from './live-load.ts';
import { LiveScans } from './live-scans.ts';

/** What all waiting readers of one process share. */
export class LiveParts {
  readonly clock = new LiveClock();
  readonly limits: LiveLimits;
  readonly scans: LiveScans;
  readonly connections: LiveConnections;
  readonly load: LiveLoad;
  readonly metrics: Metrics;
  readonly #lag = new EventLoopLag();

  constructor(limits: Partial<LiveLimits> | undefined, metrics: Metrics) {
    const all = { ...defaultLiveLimits, ...limits };
    this.limits = all;
    this.scans = new LiveScans(all.scansAtOnce);
    this.connections = new LiveConnections(all.perPerson);
    this.metrics = metrics;
    const { scans, connections } = this;
    const lagMs = (): number => this.#lag.ms;
    this.load = new LiveLoad({ limits: all, scans, connections, lagMs, random: Math.random });
    this.#lag.start();
  }

  /** Answered here and counted, not logged: an overloaded server must not write a line for each. */
  turnAway(response: Response, refusal: AppError): void {
    this.metrics.overloadAnswers.inc();
    response.locals['quiet'] = true;
    response
      .status(503)
      .set('Retry-After', String(refusal.retryAfterSeconds))
      .json({ error: 'service_unavailable', reason: refusal.message, code: refusal.code });
  }

  close(): void {
    this.#lag.stop();
  }
}

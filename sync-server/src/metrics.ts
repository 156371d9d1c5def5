import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Numbers for Prometheus; one registry per app, so that two apps in one process do not clash. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requestSeconds: new Histogram({
      name: 'revops_http_request_seconds',
      help: 'Time to answer, by group of addresses, method and status.',
      labelNames: ['group', 'method', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
      registers: [registry],
    }),
    refusals: new Counter({
      name: 'revops_refusals_total',
      help: 'Expected refusals by code.',
      labelNames: ['code'],
      registers: [registry],
    }),
    waitingPolls: new Gauge({
      name: 'revops_waiting_polls',
      help: 'Live readers (long-polls and continuous feeds) that wait for a change.',
      registers: [registry],
    }),
    activeFeeds: new Gauge({
      name: 'revops_active_feeds',
      help: 'Workshops whose database this process follows.',
      registers: [registry],
    }),
    overloadAnswers: new Counter({
      name: 'revops_overload_answers_total',
      help: 'Readers that were told to come back later.',
      registers: [registry],
    }),
    backupLastGood: new Gauge({
      name: 'revops_backup_last_good_timestamp_seconds',
      help: 'When the last backup was begun that was written and verified; 0 before the first.',
      registers: [registry],
    }),
    backupLastVerified: new Gauge({
      name: 'revops_backup_last_verified_timestamp_seconds',
      help: 'When a backup was last restored into a scratch store and compared.',
      registers: [registry],
    }),
    backupFailing: new Gauge({
      name: 'revops_backup_failing',
      help: '1 while backups fail or are late.',
      registers: [registry],
    }),
    backupFailures: new Counter({
      name: 'revops_backup_failures_total',
      help: 'Backups that failed in this process.',
      registers: [registry],
    }),
    backupBytes: new Gauge({
      name: 'revops_backup_bytes',
      help: 'Size of the newest archive.',
      registers: [registry],
    }),
    standbyDatabases: new Gauge({
      name: 'revops_standby_databases',
      help: 'Databases that the second CouchDB is told to follow.',
      registers: [registry],
    }),
    standbyBehind: new Gauge({
      name: 'revops_standby_behind_changes',
      help: 'Changes that the second CouchDB has not got yet.',
      registers: [registry],
    }),
    standbyFailing: new Gauge({
      name: 'revops_standby_failing',
      help: 'Databases that the second CouchDB does not follow at the moment.',
      registers: [registry],
    }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;

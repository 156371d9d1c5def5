import { Router } from 'express';
import type { BackupList } from '@revops/domain';
import { BackupStates } from '#src/backup/schedule/backup-state.ts';
import { nextTry } from '#src/backup/schedule/next-try.ts';
import type { BackupTimes } from '#src/config/backup-config.ts';
import { requireCaller, requireOwner } from '#src/http/authenticate.ts';
import type { RateLimits } from '#src/http/rate-limits.ts';
import type { Context } from '../context.ts';

const shown = 100;

/** Whether an owner may sleep; what is in an archive is nobody's business but that of whoever runs the server. */
export function backupRoutes(context: Context, limits: RateLimits): Router {
  const { config, now } = context;
  const states = new BackupStates(context.system);
  const router = Router();
  router.use(limits.account, requireCaller(context), requireOwner);

  router.get('/', async (_request, response) => {
    const known = await states.read();
    const { items, lastAttempt: _attempt, ...state } = known;
    const { dir, times } = config.backup;
    const list: BackupList = {
      ...state,
      configured: dir !== undefined,
      ...(dir !== undefined && { schedule: scheduleOf(times, nextTry(known, times, now())) }),
      items: items.slice(0, shown).map(({ name: _name, ...item }) => item),
    };
    response.json(list);
  });

  return router;
}

function scheduleOf(times: BackupTimes, next: number): BackupList['schedule'] {
  const nextAt = new Date(next).toISOString();
  if (times.kind === 'hours') return { everyHours: times.hours, next: nextAt };
  const at = new Date(times.minute * 60_000).toISOString().slice(11, 16);
  return { at, next: nextAt };
}

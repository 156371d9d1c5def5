import {
  appContractHeader,
  CONTRACT_VERSION,
  contractHeader,
  OLDEST_APP_CONTRACT,
  readContract,
} from '@revops/domain';
import type { RequestHandler } from 'express';
import { AppError } from '#src/errors/app-error.ts';

/** The newer app is fetched from here, so its own files are never refused to an older one. */
const needsContract = /^\/(api|sync)(\/|$)/;
const alwaysAnswered = /^\/api\/(health|ready|client-errors)(\/|$)/;

/**
 * Says what this server speaks, and tells an app that is too old to be understood that it is. Whatever it has to send
 * waits on the device: nothing is refused. Clients that name no version (CouchDB's replicator, scripts) are taken as they
 * are.
 */
export function contractVersion({
  oldest = OLDEST_APP_CONTRACT,
  current = CONTRACT_VERSION,
} = {}): RequestHandler {
  return (request, response, next) => {
    response.set(contractHeader, String(current));
    const app = readContract(request.get(appContractHeader));
    const isAsked = needsContract.test(request.path) && !alwaysAnswered.test(request.path);
    if (app !== undefined && app < oldest && isAsked) throw new AppError('app_outdated');
    next();
  };
}

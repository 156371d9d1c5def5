import { canonicalJson, md5 } from '@revops/domain';
import { isObject } from '#src/sync/reading/changes-query.ts';

/** How many former revisions a chain names at most; longer ones begin later. */
const maxAncestors = 1000;

/**
 * What a phone kept of a document as it is to come back. What only the gateway writes it writes again itself; the body
 * is another one then, so it stands over the revision that the phones know. Everybody who brings it makes the same one.
 */
export function recoveredBody(given: unknown): unknown {
  if (!isObject(given) || (given['at'] === undefined && given['was'] === undefined)) return given;
  const { at: _at, was: _was, _rev: rev, _revisions: chain, ...body } = given;
  if (typeof rev !== 'string' || !/^[1-9][0-9]{0,8}-[0-9a-f]{32}$/.test(rev)) return given;
  const hash = md5(canonicalJson(['again', body, rev]));
  const ids = isObject(chain) && Array.isArray(chain['ids']) ? (chain['ids'] as unknown[]) : [rev.slice(-32)];
  const start = Number.parseInt(rev, 10) + 1;
  return {
    ...body,
    _rev: `${start}-${hash}`,
    _revisions: { start, ids: [hash, ...ids].slice(0, maxAncestors) },
  };
}

import { fieldsWithNews, hlcOf, merge, stampDevice, type AnyDocument } from '@revops/domain';
import { typeNamed, type JobStatus } from '@revops/domain';

/** What a record here says beyond what the server has of it. */
export interface LostWords {
  /** The server's record with this device's own words in it; undefined where it has them all. */
  readonly own: AnyDocument | undefined;
  /** Others' words are missing there as well. */
  readonly hasOthers: boolean;
}

const isOf = (device: string | undefined, stamp: string): boolean =>
  device !== undefined && stamp !== '' && stampDevice(stamp) === device;

/** The stamps under which a field changed: of a set one for each element that came or went. */
function stampsOf(field: string, server: AnyDocument, held: AnyDocument): string[] {
  if (field === 'status') return [(held['status'] as Partial<JobStatus> | undefined)?.hlc ?? ''];
  if (typeNamed(held.type)?.setFields.includes(field) !== true) return [hlcOf(held.stamps?.[field])];
  const names = Object.keys(held.stamps ?? {}).filter((name) => name.startsWith(`${field}/`));
  return names
    .map((name) => [hlcOf(server.stamps?.[name]), hlcOf(held.stamps?.[name])] as const)
    .flatMap(([before, after]) => (after > before ? [after] : []));
}

/** The record as the server has it, with those fields (and their clocks) as they are here. */
function withFields(server: AnyDocument, held: AnyDocument, fields: readonly string[]): AnyDocument {
  const stamps = Object.entries(held.stamps ?? {}).filter(([name]) =>
    fields.includes(name.split('/')[0] ?? name),
  );
  const said = Object.fromEntries(fields.map((field) => [field, held[field]]));
  const body = { ...server, ...said, stamps: { ...server.stamps, ...Object.fromEntries(stamps) } };
  const { was: _was, ...bare } = JSON.parse(JSON.stringify(body)) as AnyDocument;
  return merge([server, bare]);
}

/**
 * Compares a record with the earlier state of it that a restored server has, field by field. A phone says again only
 * what its own person said: the words of others are theirs, or an owner's, to bring back.
 */
export function lostWords(server: AnyDocument, held: AnyDocument, device: string | undefined): LostWords {
  const joined = merge([server, held]);
  const changed = fieldsWithNews(server, joined);
  if (changed.length === 0) return { own: undefined, hasOthers: false };
  const own = changed.filter((field) => stampsOf(field, server, joined).some((stamp) => isOf(device, stamp)));
  const isAlsoOthers = (field: string): boolean =>
    !own.includes(field) || stampsOf(field, server, joined).some((stamp) => !isOf(device, stamp));
  const body = own.length === 0 ? undefined : withFields(server, joined, own);
  return { own: body, hasOthers: changed.some(isAlsoOthers) };
}

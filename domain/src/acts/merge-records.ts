import { hlcOf } from '#src/clock/hlc.ts';
import type { Customer, Vehicle } from '#src/documents/customer-book.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { typeNamed } from '#src/registry/registry.ts';
import type { ActContext, ActKind, ActResult } from './act.ts';
import { act, changedRecord } from './build.ts';
import { problem } from './problem.ts';

/** A record of the book that can be merged with another of its type. */
export type BookRecord = Customer | Vehicle;

/** Two records of one customer or car; `kept` stays, `gone` leads to it from now on. */
export interface MergePair<R extends BookRecord = BookRecord> {
  readonly kept: R;
  readonly gone: R;
}

type Content = Record<string, unknown>;

/** What the one that stays takes over where it has nothing itself. */
const takenFields: Readonly<Record<BookRecord['type'], readonly string[]>> = {
  customer: ['name', 'phone', 'address'],
  vehicle: ['model'],
};

const setFieldsOf = ({ type }: BookRecord): readonly string[] => typeNamed(type)?.setFields ?? [];
const elements = (record: AnyDocument, field: string): readonly string[] =>
  (record[field] as readonly string[] | undefined) ?? [];

/** What a merge gives to the record that stays: what it lacks, and every element of the sets. */
function gifts({ kept, gone }: MergePair): Content {
  const changes: Content = {};
  for (const field of takenFields[kept.type])
    if ((kept as AnyDocument)[field] === undefined && (gone as AnyDocument)[field] !== undefined)
      changes[field] = (gone as AnyDocument)[field];
  for (const field of setFieldsOf(kept)) {
    const [own, other] = [elements(kept, field), elements(gone, field)];
    if (other.some((element) => !own.includes(element))) changes[field] = [...new Set([...own, ...other])];
  }
  // Two phones may have merged them either way round: the last word leaves no circle.
  if (kept.mergedInto !== undefined) changes['mergedInto'] = undefined;
  return changes;
}

/** The act, unless one of its changes is not this person's to make. */
function allowed(
  context: ActContext,
  kind: ActKind,
  changes: readonly (readonly [BookRecord, Content])[],
): ActResult {
  // One clock for both records: it tells later what came with this merge and can go with it.
  const stamp = context.stamp();
  const after = changes
    .filter(([, content]) => Object.keys(content).length > 0)
    .map(([record, content]) => [record, changedRecord(context, record, content, stamp)] as const);
  const actor = { userId: context.userId, role: context.role, deviceIds: context.deviceIds };
  const isRefused = after.some(
    ([before, next]) => typeNamed(next.type)?.may(actor, before, next) !== undefined,
  );
  if (isRefused) return problem('not_permitted');
  return act(
    context,
    kind,
    after.map(([, next]) => next),
  );
}

/**
 * Makes one customer, or one car, of two records. Jobs and visits keep the record that they name; whoever shows them
 * follows `mergedInto` (`resolveMerged`).
 */
export function mergeRecords(context: ActContext, pair: MergePair): ActResult {
  const { kept, gone } = pair;
  if (kept.type !== gone.type || kept._id === gone._id) return problem('invalid');
  if (gone.mergedInto === kept._id && kept.mergedInto === undefined) return problem('nothing_changed');
  return allowed(context, 'merge_records', [
    [gone, { mergedInto: kept._id }],
    [kept, gifts(pair)],
  ]);
}

/** What the kept record has from this merge and nobody has touched since: its clock is the merge's own. */
function returned(kept: BookRecord, stamp: string): Content {
  const isGift = (name: string): boolean => {
    const own = (kept as AnyDocument).stamps?.[name];
    return own !== undefined && hlcOf(own) === stamp;
  };
  const changes: Content = {};
  for (const field of takenFields[kept.type])
    if ((kept as AnyDocument)[field] !== undefined && isGift(field)) changes[field] = undefined;
  for (const field of setFieldsOf(kept)) {
    const own = elements(kept, field);
    const left = own.filter((element) => !isGift(`${field}/${element}`));
    if (left.length < own.length) changes[field] = left;
  }
  return changes;
}

/**
 * Takes a merge back: the record stands for itself again, and what the other had from it goes, unless somebody has
 * changed it meanwhile. `kept` may have gone from this phone.
 */
export function separateRecords(context: ActContext, gone: BookRecord, kept?: BookRecord): ActResult {
  if (gone.mergedInto === undefined) return problem('nothing_changed');
  const stamp = (gone as AnyDocument).stamps?.['mergedInto'];
  const isMerge = kept?._id === gone.mergedInto && kept.type === gone.type && stamp !== undefined;
  return allowed(context, 'separate_records', [
    [gone, { mergedInto: undefined }],
    ...(kept !== undefined && isMerge ? [[kept, returned(kept, hlcOf(stamp))] as const] : []),
  ]);
}

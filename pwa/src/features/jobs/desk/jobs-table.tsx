import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef, type ReactNode, type RefObject } from 'react';
import { useFormats } from '#src/components/ui/formats.ts';
import { useNow } from '#src/data/hooks/index.ts';
import type { DeskPage } from '#src/data/queries/jobs-desk.ts';
import { m } from '#src/words/compiled/messages.js';
import type { Arrangement } from './desk-place.ts';
import { fitColumns } from './fit-columns.ts';
import { withMoneyRoom, type TableColumn } from './job-columns.tsx';
import { TableHead } from './table-head.tsx';
import { JobTableRow } from './table-row.tsx';
import type { Desks } from './use-desks.ts';
import { useListCursor } from './use-list-cursor.ts';
import { remPx, useRoom } from './use-room.ts';
import { useRowWindow } from './use-row-window.ts';
import type { Selection } from './use-selection.ts';
import { useSteadyScroll } from './use-steady-scroll.ts';

export interface JobsTableProps {
  readonly page: DeskPage;
  /** Another one begins at its top. */
  readonly shows: string;
  readonly columns: readonly TableColumn[];
  readonly sort: Arrangement['filter']['sort'];
  /** Absent where the order is not to be chosen, such as in what a search found. */
  readonly onSort?: (sort: Arrangement['filter']['sort']) => void;
  readonly current: string | undefined;
  readonly selection: Selection | undefined;
  readonly desks: Desks;
  readonly scroll: TableScroll;
  /** Stands behind the last row. */
  readonly end?: ReactNode;
}

/** Where the table was left, and what it tells while somebody scrolls. */
export interface TableScroll {
  readonly top: number;
  readonly remember: (scrollTop: number) => void;
  readonly onEnd: (() => void) | undefined;
}

const rowRem = 2.75;
const nearEnd = 40;
// The checkbox, the plate, and the mark at the end.
const fixedRem = { select: 2.75, plate: 9.5, mark: 2.25 };

/** The desk's table: only the rows in sight are drawn and read, so that 50,000 jobs scroll like fifty. */
export function JobsTable(props: JobsTableProps) {
  const { page, sort, onSort, current, selection, desks, scroll } = props;
  const { ids } = page;
  const scroller = useRef<HTMLElement>(null);
  const [room, measure] = useRoom();
  const formats = useFormats();
  const now = useNow(60_000);
  const rowPx = rowRem * remPx();
  // oxlint-disable-next-line react/incompatible-library -- its answers stay in this component, nothing memoised gets them
  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    // The head stands over the rows and moves them down by its height.
    scrollPaddingEnd: rowPx,
    initialOffset: scroll.top,
    overscan: 12,
  });
  const items = rows.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const jobs = useRowWindow(page, first, last);
  const anchor = useSteadyScroll(scroller, ids, rowPx);
  useNextPage(last, ids.length, scroll.onEnd);
  useTopOf(scroller, props.shows);
  const { cursor, setCursor, takesFocus, onKeyDown } = useListCursor({
    ids,
    current,
    show: (at) => rows.scrollToIndex(at),
    onToggle: selection?.toggle,
    onAll: selection && (() => selection.all(ids)),
  });
  const fixed = fixedRem.plate + fixedRem.mark + (selection === undefined ? 0 : fixedRem.select);
  const columns = fitColumns(withMoneyRoom(props.columns, [...jobs.values()], formats), (room ?? 64) - fixed);
  const hasGrowing = columns.some(({ grows }) => grows);
  const [above, below] = [items[0]?.start ?? 0, rows.getTotalSize() - (items.at(-1)?.end ?? 0)];
  const names = new Map(desks.all.map(({ id, name }) => [id, name]));
  const context = { formats, now, deskName: (id: string) => names.get(id) };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrows move among the links in it
    <section
      ref={(element) => {
        scroller.current = element;
        return measure(element);
      }}
      aria-label={m.jobs_list()}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto bg-surface -outline-offset-3"
      onKeyDown={onKeyDown}
      onScroll={(event) => {
        anchor();
        scroll.remember(event.currentTarget.scrollTop);
      }}
    >
      <table
        aria-label={m.jobs_list()}
        aria-rowcount={page.more ? -1 : ids.length + 1}
        className="w-full table-fixed border-collapse text-meta"
      >
        <colgroup>
          {selection !== undefined && <col style={{ width: `${fixedRem.select}rem` }} />}
          <col style={{ width: `${fixedRem.plate}rem` }} />
          {columns.map(({ key, width, grows }, at) => (
            <col
              key={key}
              style={grows || (!hasGrowing && at === 0) ? undefined : { width: `${width}rem` }}
            />
          ))}
          <col style={{ width: `${fixedRem.mark}rem` }} />
        </colgroup>
        <TableHead {...{ columns, sort, onSort }} hasSelection={selection !== undefined} />
        <tbody>
          {above > 0 && <tr aria-hidden="true" style={{ height: above }} />}
          {items.map(({ index }) => {
            const id = ids[index] ?? '';
            const job = jobs.get(id);
            if (job === undefined) return <tr key={id} className="h-11 border-b border-rule bg-surface" />;
            const state = {
              at: index,
              isCursor: cursor === id,
              isCurrent: current === id,
              isSelected: selection?.ids.has(id) ?? false,
            };
            return (
              <JobTableRow
                key={id}
                {...{ job, state, columns, context, takesFocus }}
                onCursor={setCursor}
                onToggle={selection?.toggle}
              />
            );
          })}
          {below > 0 && <tr aria-hidden="true" style={{ height: below }} />}
        </tbody>
      </table>
      {props.end}
    </section>
  );
}

/** The next page is asked for before its first row is reached. */
function useNextPage(lastInSight: number, count: number, onEnd: (() => void) | undefined): void {
  const ask = useEffectEvent(() => onEnd?.());
  const isNear = lastInSight >= count - nearEnd;
  useEffect(() => {
    if (isNear && count > 0) ask();
  }, [isNear, count]);
}

/** What is asked anew is read from its top; what somebody comes back to is not. */
function useTopOf(scroller: RefObject<HTMLElement | null>, shows: string): void {
  const shown = useRef(shows);
  useEffect(() => {
    if (shown.current !== shows) scroller.current?.scrollTo({ top: 0 });
    shown.current = shows;
  }, [scroller, shows]);
}

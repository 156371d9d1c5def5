import { useSearchParams } from 'react-router';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { useGoBack } from '#src/components/layout/use-go-back.ts';
import { Chip } from '#src/components/ui/chip.tsx';
import { m } from '#src/words/compiled/messages.js';
import { LikelyList } from './likely-list.tsx';
import { MergedList } from './merged-list.tsx';

/** Customers and cars that stand in the book twice, and those that were made one. */
export function DuplicatesScreen() {
  const [address, setAddress] = useSearchParams();
  const onBack = useGoBack('/customers');
  const showsMerged = address.has('merged');
  const show = (next: Record<string, string>): void =>
    setAddress(new URLSearchParams(next), { replace: true, preventScrollReset: true });
  return (
    <>
      <TopBar title={m.duplicates_title()} onBack={onBack} />
      <fieldset
        aria-label={m.duplicates_views()}
        className="flex gap-2 border-b border-rule bg-surface px-gutter py-2"
      >
        <Chip selected={!showsMerged} onSelect={() => show({})}>
          {m.duplicates_likely()}
        </Chip>
        <Chip selected={showsMerged} onSelect={() => show({ merged: '' })}>
          {m.duplicates_merged()}
        </Chip>
      </fieldset>
      {showsMerged ? <MergedList /> : <LikelyList />}
    </>
  );
}

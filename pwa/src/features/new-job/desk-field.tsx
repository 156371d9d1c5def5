import type { UseFormReturn } from 'react-hook-form';
import { Select } from '#src/components/form/select.tsx';
import { usePeople, useSession } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import type { NewJobValues } from './draft.ts';

/** An owner may open a job for somebody else's desk; asked only where there is somebody else. */
export function DeskField({ form }: { readonly form: UseFormReturn<NewJobValues> }) {
  const session = useSession();
  const people = usePeople();
  if (session.role !== 'owner' || people.status === 'loading') return null;
  const others = people.value.filter(
    ({ id, active, role }) => active && id !== session.userId && (role === 'owner' || role === 'manager'),
  );
  if (others.length === 0) return null;
  const options = [
    { value: '', label: m.newjob_desk_me({ name: session.name }) },
    ...others.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return <Select label={m.newjob_desk()} options={options} {...form.register('desk')} />;
}

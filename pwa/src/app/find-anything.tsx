import { bareId, type Money as Amount } from '@revops/domain';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { CommandBar, type CommandResult } from '#src/components/ui/command-bar.tsx';
import { Due } from '#src/components/ui/due.tsx';
import { Plate } from '#src/components/ui/plate.tsx';
import { useJobSearch, useSession } from '#src/data/hooks/index.ts';
import { useCustomerSearch } from '#src/data/hooks/use-customer-files.ts';
import type { CustomerFile } from '#src/data/queries/customer-file.ts';
import type { JobView } from '#src/data/views.ts';
import { FoundCustomer } from './found-customer.tsx';
import { deskPlaces, ownerPlaces } from './places.ts';
import { paths } from './paths.ts';

interface FindAnythingProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

// More than fits without scrolling is not found faster.
const shown = 8;
// Whoever is meant stands among the first; the others are on the customers' own screen.
const shownCustomers = 4;

/** Any car, person or place from anywhere. */
export function FindAnything({ open, onClose }: FindAnythingProps) {
  const [query, setQuery] = useState('');
  const navigate = useNavigate();
  const jobs = useFoundJobs(query);
  const customers = useFoundCustomers(query);
  const close = (): void => {
    setQuery('');
    onClose();
  };
  const pick = (to: string): void => {
    close();
    void navigate(to);
  };
  const results: CommandResult[] = [
    ...jobs.map((job) => ({ id: paths.job(bareId(job.id)), content: <FoundJob job={job} /> })),
    ...customers.map((customer) => ({
      id: paths.customer(bareId(customer.id)),
      content: <FoundCustomer customer={customer} />,
    })),
    ...usePlacesNamed(query),
  ];
  return (
    <CommandBar
      open={open}
      onClose={close}
      query={query}
      onQuery={setQuery}
      results={results}
      onPick={pick}
    />
  );
}

function useFoundJobs(query: string): readonly JobView[] {
  const found = useJobSearch(query, shown);
  return query.trim() === '' || found.status === 'loading' ? [] : found.value.items;
}

function useFoundCustomers(query: string): readonly CustomerFile[] {
  const asked = query.trim();
  const found = useCustomerSearch(asked);
  return asked === '' || found.status === 'loading' ? [] : found.value.items.slice(0, shownCustomers);
}

function usePlacesNamed(query: string): CommandResult[] {
  const { role } = useSession();
  const places = role === 'owner' ? ownerPlaces({ payments: 0, handOvers: 0 }) : deskPlaces();
  const words = query.trim().toLocaleLowerCase();
  return places
    .filter((place) => place.label.toLocaleLowerCase().includes(words))
    .map(({ to, label, icon: Icon }) => ({
      id: to,
      content: (
        <>
          <Icon aria-hidden="true" className="size-5 shrink-0 text-ink-2" />
          <span className="font-semibold">{label}</span>
        </>
      ),
    }));
}

function FoundJob({ job }: { readonly job: JobView }) {
  return (
    <>
      <Plate plate={job.plate} kind={job.plateKind} />
      <span className="min-w-0 flex-1 truncate">
        {[job.customerName, job.carModel].filter(Boolean).join(' · ')}
      </span>
      <span className="text-meta text-ink-2">{job.number}</span>
      <Balance amount={job.balance} />
    </>
  );
}

function Balance({ amount }: { readonly amount: Amount }) {
  return (
    <span className="font-semibold">
      <Due amount={amount} />
    </span>
  );
}

import { formatPlate, normalizePlate } from '@revops/domain';
import { useParams } from 'react-router';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { useGoBack } from '#src/components/layout/use-go-back.ts';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { useCarFile } from '#src/data/hooks/use-customer-files.ts';
import { m } from '#src/words/compiled/messages.js';
import { CarPage } from './car-page.tsx';

/** One car by its plate: whose it is, what is owed for it, and every visit. */
export function CarScreen() {
  const { plate: typed = '' } = useParams();
  const plate = normalizePlate(typed);
  const file = useCarFile(plate);
  const onBack = useGoBack('/customers');
  return (
    <>
      <TopBar title={m.cars_title()} onBack={onBack} />
      {file.status === 'ready' &&
        (file.value === undefined ? <NoCarHere plate={plate} /> : <CarPage key={plate} file={file.value} />)}
    </>
  );
}

function NoCarHere({ plate }: { readonly plate: string }) {
  return (
    <div className="pt-6">
      <EmptyState action={<ButtonLink to="/customers">{m.cars_missing_action()}</ButtonLink>}>
        {m.cars_missing({ plate: formatPlate(plate) })}
      </EmptyState>
    </div>
  );
}

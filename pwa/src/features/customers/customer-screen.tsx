import { documentId } from '@revops/domain';
import { useParams } from 'react-router';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { useGoBack } from '#src/components/layout/use-go-back.ts';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { useCustomerFile } from '#src/data/hooks/use-customer-files.ts';
import { m } from '#src/words/compiled/messages.js';
import { CustomerPage } from './customer-page.tsx';

/** One customer: how to reach them, what they owe, their cars and everything done for them. */
export function CustomerScreen() {
  const { id = '' } = useParams();
  const file = useCustomerFile(documentId('customer', id));
  const onBack = useGoBack('/customers');
  return (
    <>
      <TopBar title={m.customers_file_title()} onBack={onBack} />
      {file.status === 'ready' &&
        (file.value === undefined ? <NoCard /> : <CustomerPage key={file.value.id} file={file.value} />)}
    </>
  );
}

function NoCard() {
  return (
    <div className="pt-6">
      <EmptyState action={<ButtonLink to="/customers">{m.customers_missing_action()}</ButtonLink>}>
        {m.customers_missing()} {m.customers_missing_text()}
      </EmptyState>
    </div>
  );
}

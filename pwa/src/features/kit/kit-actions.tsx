import { Phone, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Banner } from '#src/components/ui/banner.tsx';
import { Button, ButtonLink } from '#src/components/ui/button.tsx';
import { Chip } from '#src/components/ui/chip.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import { Toast } from '#src/components/ui/toast.tsx';
import { m } from '#src/words/compiled/messages.js';
import { KitRow, KitSection } from './kit-section.tsx';

const nothing = () => undefined;

/** What is pressed and what is said. */
export function KitActions() {
  const [status, setStatus] = useState('progress');
  return (
    <>
      <KitSection title="Button">
        <KitRow>
          <Button variant="fill" size="main">
            {m.kit_deliver()}
          </Button>
          <Button variant="fill" icon={Plus}>
            {m.kit_new_job()}
          </Button>
          <Button>{m.kit_hand_over()}</Button>
          <Button icon={Phone}>{m.kit_call()}</Button>
          <Button variant="text">{m.kit_cancel_payment()}</Button>
          <Button variant="danger" icon={Trash2}>
            {m.kit_remove()}
          </Button>
          <Button variant="fill" disabled>
            {m.kit_hand_over()}
          </Button>
          <ButtonLink to="/dev/kit">{m.kit_open()}</ButtonLink>
          <IconButton icon={Phone} label={m.kit_call()} />
        </KitRow>
      </KitSection>
      <KitSection title="Chip">
        <KitRow>
          {(['progress', 'parts', 'ready'] as const).map((key, at) => (
            <Chip key={key} selected={status === key} count={at * 7 + 3} onSelect={() => setStatus(key)}>
              {key === 'progress' ? m.kit_step_progress() : key === 'parts' ? m.kit_parts() : m.kit_ready()}
            </Chip>
          ))}
        </KitRow>
      </KitSection>
      <KitSection title="Banner">
        <Banner action={<Button>{m.kit_update()}</Button>}>{m.kit_banner_info()}</Banner>
        <Banner tone="waiting">{m.kit_banner_waiting()}</Banner>
        <Banner tone="refused" action={<Button>{m.kit_open()}</Button>}>
          {m.kit_banner_refused()}
        </Banner>
      </KitSection>
      <KitSection title="EmptyState">
        <EmptyState action={<Button icon={Plus}>{m.kit_new_job()}</Button>}>{m.kit_empty()}</EmptyState>
      </KitSection>
      <KitSection title="Skeleton">
        <Skeleton rows={2} />
      </KitSection>
      <KitSection title="Toast">
        <KitRow>
          <Toast toast={{ id: 1, text: m.kit_toast(), onUndo: nothing }} />
        </KitRow>
      </KitSection>
    </>
  );
}

import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { TaskScreen } from '#src/components/layout/task-screen.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { m } from '#src/words/compiled/messages.js';

interface SavedScreenProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onDone: () => void;
}

/** What was just saved on this phone, in words. */
export function SavedScreen({ title, children, onDone }: SavedScreenProps) {
  return (
    <TaskScreen
      title={title}
      footer={
        <Button variant="fill" size="main" wide onClick={onDone}>
          {m.cash_done()}
        </Button>
      }
    >
      <output className="flex flex-col gap-3 p-6">
        <CircleCheck aria-hidden="true" className="size-10 text-received" />
        <p className="text-title">{children}</p>
      </output>
    </TaskScreen>
  );
}

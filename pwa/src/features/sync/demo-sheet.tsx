import { useNavigate } from 'react-router';
import { Button } from '#src/components/ui/button.tsx';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { leaveDemo } from '#src/data/account/index.ts';
import { m } from '#src/words/compiled/messages.js';

interface DemoSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Says that nothing here is real, and the way out. */
export function DemoSheet({ open, onClose }: DemoSheetProps) {
  const navigate = useNavigate();
  const leave = async (): Promise<void> => {
    await leaveDemo();
    await navigate('/welcome', { replace: true });
  };
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={m.sync_demo_title()}
      footer={
        <Button variant="fill" size="main" wide onClick={() => void leave()}>
          {m.sync_demo_leave()}
        </Button>
      }
    >
      <p className="p-4">{m.sync_demo_text()}</p>
    </Sheet>
  );
}

import { readHandOverCode, type HandOverCode } from '@revops/domain';
import { useState } from 'react';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { useGoBack } from '#src/components/layout/use-go-back.ts';
import { Banner } from '#src/components/ui/banner.tsx';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import { usePeople, useSession } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { AnswerRead } from './answer-read.tsx';
import { codeProblemWord } from './code-problem-word.ts';
import { OfferRead } from './offer-read.tsx';
import { ScanCamera } from './scan-camera.tsx';
import { TypedCode } from './typed-code.tsx';

/** Reads what the other phone shows: a hand-over to agree to, or the answer that it was agreed. */
export function ScanScreen() {
  const { workshopId, userId } = useSession();
  const people = usePeople();
  const back = useGoBack('/money');
  const [code, setCode] = useState<HandOverCode | undefined>();
  const [problem, setProblem] = useState<string | undefined>();
  if (people.status === 'loading')
    return (
      <>
        <TopBar title={m.cash_scan_title()} onBack={back} />
        <Skeleton label={m.money_loading()} />
      </>
    );
  const known = [userId, ...people.value.map(({ id }) => id)];
  const take = (text: string): void => {
    const found = readHandOverCode(text, { workshopId, people: known });
    if (found.ok) setCode(found.value);
    else setProblem(codeProblemWord(found.reason));
  };
  const again = (): void => {
    setCode(undefined);
    setProblem(undefined);
  };
  if (code?.kind === 'offer') return <OfferRead offer={code} onBack={back} onAgain={again} />;
  if (code?.kind === 'answer') return <AnswerRead answer={code} onBack={back} onAgain={again} />;
  return (
    <>
      <TopBar title={m.cash_scan_title()} onBack={back} />
      {problem !== undefined && <Banner tone="refused">{problem}</Banner>}
      <div className="mx-auto w-full max-w-3xl pb-8">
        <ScanCamera onCode={take} />
        <TypedCode onCode={take} />
      </div>
    </>
  );
}

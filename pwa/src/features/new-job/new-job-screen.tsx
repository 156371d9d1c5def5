import { useState } from 'react';
import { useLocation } from 'react-router';
import { NewJobForm } from './new-job-form.tsx';
import { SavedScreen, type SavedJob } from './saved-screen.tsx';

/** Takes a car in; once saved, offers what usually follows. */
export function NewJobScreen() {
  // Going to New job again, from wherever, starts anew; what was typed comes back from the draft.
  const { key } = useLocation();
  return <NewJob key={key} />;
}

function NewJob() {
  const [saved, setSaved] = useState<SavedJob | undefined>();
  if (saved === undefined) return <NewJobForm onSaved={setSaved} />;
  return <SavedScreen saved={saved} />;
}

import '#src/platform/zod-jitless.ts';
import '#src/styles/app.css';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, startApp } from '#src/app/app.tsx';
import { startTheme } from '#src/platform/theme.ts';

async function screen(): Promise<ReactNode> {
  if (import.meta.env.MODE === 'kit') {
    const { KitPage } = await import('#src/features/kit/kit-page.tsx');
    return <KitPage />;
  }
  if (!isSecureContext) {
    const { InsecureScreen } = await import('#src/features/unsupported/insecure-screen.tsx');
    return <InsecureScreen />;
  }
  await startApp();
  return <App />;
}

startTheme();
// public/support.js has put its own words in the place of the root where the browser is too old.
const root = document.getElementById('root');
if (root !== null && document.documentElement.dataset['unsupported'] === undefined)
  createRoot(root).render(<StrictMode>{await screen()}</StrictMode>);

import type { ManifestOptions } from 'vite-plugin-pwa';

const shortcutIcon = [{ src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' }];

/** What the installed app tells the phone about itself. */
export const manifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'RevOps',
  short_name: 'RevOps',
  description: 'Runs a vehicle workshop from a phone without signal.',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  orientation: 'any',
  lang: 'en',
  dir: 'ltr',
  categories: ['business', 'productivity'],
  theme_color: '#ffffff',
  background_color: '#eceff3',
  launch_handler: { client_mode: ['navigate-existing', 'auto'] },
  icons: [
    { src: '/icons/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: '/icons/monochrome-512.png', sizes: '512x512', type: 'image/png', purpose: 'monochrome' },
  ],
  shortcuts: [
    { name: 'New job', url: '/jobs/new', icons: shortcutIcon },
    { name: 'Take payment', url: '/pay', icons: shortcutIcon },
    { name: 'Find a car', url: '/jobs?search', icons: shortcutIcon },
  ],
};

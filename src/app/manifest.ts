/** The web manifest: added to the home screen, it opens like an app. */
import type { MetadataRoute } from 'next';
import { LIGHT } from '@/tokens/colours';
import { reader } from './_shared/page-reader';

export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const { say, lang } = await reader(['common']);
  return {
    id: '/',
    name: say('app.name'),
    short_name: say('app.name'),
    description: say('app.claim'),
    lang,
    start_url: '/',
    display: 'standalone',
    background_color: LIGHT.surface,
    theme_color: LIGHT.surface,
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
}

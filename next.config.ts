/** Next renders the pages; the one process that serves them is src/server/main.ts. */
import type { NextConfig } from 'next';

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // Native and server-only packages stay outside the page bundles.
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2', 'sharp'],
  // Types are held by `npm run types`; a build on a newcomer's machine need not repeat it.
  typescript: { ignoreBuildErrors: true },
};

export default config;

/** Next renders the pages; the one process that serves them is src/server/main.ts. */
import { networkInterfaces } from 'node:os';
import type { NextConfig } from 'next';

// Telemetry off: nobody is told that it is built or run.
process.env.NEXT_TELEMETRY_DISABLED = '1';

const ours = Object.values(networkInterfaces()).flatMap((list) => list?.map((i) => i.address) ?? []);

const config: NextConfig = {
  // `npm run dev` reloads also on a phone that uses this machine's address.
  allowedDevOrigins: ours,
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // Native and server-only packages stay outside the page bundles.
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2', 'sharp'],
  // `npm run types` checks types; a build on a newcomer's machine need not repeat it.
  typescript: { ignoreBuildErrors: true },
};

export default config;

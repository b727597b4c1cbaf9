/** Next's defaults. */
import type { NextConfig } from 'next';

const config: NextConfig = { devIndicators: false, typescript: { ignoreBuildErrors: true } };

export default config;

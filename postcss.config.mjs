/** Tailwind's CSS, lowered to the oldest engines of `browserslist` in package.json (decision 33). */
export default {
  plugins: {
    '@tailwindcss/postcss': {},
    '@csstools/postcss-cascade-layers': {},
    // By its absolute path: Turbopack looks for a plugin from inside .next.
    [`${process.cwd()}/postcss-older-engines.cjs`]: {},
  },
};

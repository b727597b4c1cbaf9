/**
 * A link between the planners' pages. Nothing is fetched before it is followed: the router asks the server again then, so that
 * a page with links to ten parts would have it draw ten pages for nothing.
 */
import Link from 'next/link';
import type { ComponentProps } from 'react';

export const PathLink = (props: Omit<ComponentProps<typeof Link>, 'prefetch'>) => (
  <Link {...props} prefetch={false} />
);

/** The things a planner would publish, read from the address of the preview. */
import { PUBLISHABLE, type Publishable, publishables } from '@/domain/programming/public-words';
import type { PublicationTarget } from '@/domain/programming/publication';
import type { Path } from '@/domain/programming/state';

/** `tutto`, or `proposal/id,table/id`; unknown names are left out. */
export function previewed(asked: string): (path: Path) => readonly PublicationTarget[] {
  if (asked === '') return () => [];
  if (asked === 'tutto') return publishables;
  const known = (what: string): what is Publishable => (PUBLISHABLE as readonly string[]).includes(what);
  const things = asked.split(',').flatMap((pair): PublicationTarget[] => {
    const [what = '', id = ''] = pair.split('/');
    return known(what) && id ? [{ what, id }] : [];
  });
  return () => things;
}

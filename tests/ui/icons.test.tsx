/** Icons and the logo: silent beside a text, named where they stand alone. */
import { describe, expect, it } from 'vitest';
import { Icon } from '@/ui/icons';
import { Logo, Wordmark } from '@/ui/logo';
import { all, count, html, words } from './markup';

describe('[E34] a drawing', () => {
  it('is silent beside a text, and is an image with a name where it stands alone', () => {
    for (const drawn of [<Icon key="i" name="info" />, <Logo key="m" />])
      expect([all(drawn, 'aria-hidden'), all(drawn, 'role'), count(drawn, 'title')]).toEqual([
        ['true'],
        [],
        0,
      ]);
    for (const named of [<Icon key="i" name="info" label="Nota" />, <Logo key="m" label="Nota" />])
      expect([all(named, 'aria-hidden'), all(named, 'role'), words(named)]).toEqual([[], ['img'], ['Nota']]);
    expect(words(<Wordmark name="Cerchi" />)).toEqual(['Cerchi']);
  });

  it('that points along the lines turns with the script; the others do not', () => {
    for (const name of ['left', 'right', 'forward', 'undo', 'out'] as const)
      expect(html(<Icon name={name} />), name).toContain('rtl:-scale-x-100');
    expect(html(<Icon name="check" />)).not.toContain('rtl:');
  });
});

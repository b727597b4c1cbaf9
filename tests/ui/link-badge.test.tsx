// @vitest-environment happy-dom
/** The badge of a desk says no more than it knows: without a link it may be the network or the server. */
import { expect, it } from 'vitest';
import { LinkBadge } from '@/app/_shared/link-badge';
import { dictionary } from '@/i18n/languages';
import { Words } from '@/i18n/words';
import { mount } from './mount';

it('says whether a desk is connected, and not why: a server that stopped is no missing network', () => {
  const said = (lang: string, link: 'opening' | 'live' | 'offline') =>
    mount(
      <Words lang={lang} dictionary={dictionary(lang, ['common'])}>
        <LinkBadge link={link} />
      </Words>,
    ).at.textContent;
  expect([said('it', 'opening'), said('it', 'live'), said('it', 'offline')]).toEqual([
    '',
    'Collegato',
    'Non collegato',
  ]);
  expect([said('en', 'live'), said('en', 'offline')]).toEqual(['Connected', 'Not connected']);
});

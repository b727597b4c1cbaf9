/** The page of a one-time link: the first account, an invitation, a new passphrase. */
import type { Metadata } from 'next';
import { OfficeFrame } from '@/app/_shared/office-frame';
import { reader } from '@/app/_shared/page-reader';
import { LABEL_MAX } from '@/domain/words';
import { Button } from '@/ui/button';
import { TextInput } from '@/ui/field';
import { Banner, EmptyState } from '@/ui/notice';
import { PageHeader } from '@/ui/surface';

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ rifiuto?: string }> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { say, window } = await reader(['common', 'desk']);
  const link = window.link((await params).token);
  const title = say(
    !link ? 'office.keyGone' : link.purpose === 'reset' ? 'office.keyTitleReset' : 'office.keyTitle',
  );
  const wrong = (await searchParams).rifiuto !== undefined;
  return {
    title: wrong ? say('title.wrong', { title }) : title,
    referrer: 'same-origin',
    robots: { index: false },
  };
}

export default async function Page({ params, searchParams }: Props) {
  const { token } = await params;
  const { rifiuto } = await searchParams;
  const { say, window } = await reader(['common', 'desk', 'refusals']);
  const link = window.link(token);
  if (!link || link.purpose === 'completion')
    return (
      <OfficeFrame say={say}>
        <EmptyState whole title={say('office.keyGone')}>
          {say('office.keyGoneHow')}
        </EmptyState>
      </OfficeFrame>
    );
  const role = say.dynamic(`office.role.${link.role ?? 'owner'}`);
  const again = link.purpose === 'reset' && window.accounts().find((a) => a.id === link.target);
  return (
    <OfficeFrame say={say}>
      <PageHeader
        title={say(again ? 'office.keyTitleReset' : 'office.keyTitle')}
        intro={say.dynamic(`office.keyIntro.${link.purpose}`, { role, name: again ? again.name : '' })}
      />
      <form method="post" action="/api/enter" className="grid max-w-md gap-5">
        {rifiuto && <Banner kind="bad" title={say.dynamic(`refusal.${rifiuto}`, {}, 'refusal.malformed')} />}
        <input type="hidden" name="token" value={token} />
        {again ? (
          // Hidden from the person, for password managers to read.
          <input type="hidden" name="name" value={again.name} autoComplete="username" />
        ) : (
          <TextInput
            label={say('office.name')}
            hint={say('office.nameHint')}
            name="name"
            autoComplete="username"
            maxLength={LABEL_MAX}
            required
          />
        )}
        <TextInput
          label={say('office.passphrase')}
          hint={say('office.passphraseHint')}
          name="passphrase"
          type="password"
          minLength={10}
          autoComplete="new-password"
          required
        />
        <Button type="submit" kind="primary" size="large">
          {say(again ? 'office.enterReset' : 'office.enterNew')}
        </Button>
      </form>
    </OfficeFrame>
  );
}

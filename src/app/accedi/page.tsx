/** Signing in, for the office; it works before any script has loaded. */
import type { Metadata } from 'next';
import { OfficeFrame } from '@/app/_shared/office-frame';
import { PublicFooter } from '@/app/_shared/public-footer';
import { reader } from '@/app/_shared/page-reader';
import { Button } from '@/ui/button';
import { TextInput } from '@/ui/field';
import { Banner } from '@/ui/notice';
import { PageHeader } from '@/ui/surface';

type Asked = { searchParams: Promise<{ rifiuto?: string; poi?: string; cambiata?: string; nome?: string }> };

export async function generateMetadata({ searchParams }: Asked): Promise<Metadata> {
  const { say } = await reader(['common', 'desk']);
  const title = say('office.signIn');
  return { title: (await searchParams).rifiuto ? say('title.wrong', { title }) : title };
}

export default async function Page({ searchParams }: Asked) {
  const { say } = await reader(['common', 'desk', 'refusals']);
  const { rifiuto, poi, cambiata, nome = '' } = await searchParams;
  const why = rifiuto && say.dynamic(`refusal.${rifiuto}`, {}, 'refusal.malformed');
  // Said at the field where the focus is, and not only above it.
  const passphrase = rifiuto === 'wrong_passphrase';
  return (
    <OfficeFrame say={say}>
      <PageHeader title={say('office.signIn')} intro={say('office.signInIntro')} />
      <form method="post" action="/api/sign-in" className="grid max-w-md gap-5">
        {poi && <input type="hidden" name="poi" value={poi} />}
        {why && !passphrase && <Banner kind="bad" title={why} />}
        {cambiata && !rifiuto && <Banner kind="good" title={say('office.phraseChanged')} />}
        <TextInput
          label={say('office.name')}
          name="name"
          autoComplete="username"
          defaultValue={nome.slice(0, 60)}
          required
        />
        <TextInput
          label={say('office.passphrase')}
          name="passphrase"
          type="password"
          autoComplete="current-password"
          error={passphrase ? why : undefined}
          autoFocus={passphrase}
          required
        />
        <Button type="submit" kind="primary" size="large">
          {say('office.enter')}
        </Button>
      </form>
      <PublicFooter say={say} />
    </OfficeFrame>
  );
}

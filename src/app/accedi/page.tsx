/** Signing in, for the office; it works before any script has loaded. */
import type { Metadata } from 'next';
import { OfficeFrame } from '@/app/_page/office-frame';
import { reader } from '@/app/_page/reader';
import { Button } from '@/ui/button';
import { TextInput } from '@/ui/field';
import { Banner } from '@/ui/notice';
import { PageHeader } from '@/ui/surface';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await reader(['desk'])).say('office.signIn') };
}

type Asked = { searchParams: Promise<{ rifiuto?: string; poi?: string; cambiata?: string }> };

export default async function Page({ searchParams }: Asked) {
  const { say } = await reader(['common', 'desk', 'refusals']);
  const { rifiuto, poi, cambiata } = await searchParams;
  return (
    <OfficeFrame say={say}>
      <PageHeader title={say('office.signIn')} intro={say('office.signInIntro')} />
      <form method="post" action="/api/sign-in" className="grid max-w-md gap-5">
        {poi && <input type="hidden" name="poi" value={poi} />}
        {rifiuto && <Banner kind="bad" title={say.dynamic(`refusal.${rifiuto}`, {}, 'refusal.malformed')} />}
        {cambiata && !rifiuto && <Banner kind="good" title={say('office.phraseChanged')} />}
        <TextInput label={say('office.name')} name="name" autoComplete="username" required />
        <TextInput
          label={say('office.passphrase')}
          name="passphrase"
          type="password"
          autoComplete="current-password"
          required
        />
        <Button type="submit" kind="primary" size="large">
          {say('office.enter')}
        </Button>
      </form>
    </OfficeFrame>
  );
}

/** The first page: a field for a gathering's code; the office's sign-in; and, on an empty server, how to begin. */
import type { Metadata } from 'next';
import { reader } from '@/app/_shared/page-reader';
import { LanguageForm } from '@/app/_shared/language';
import { PublicFooter } from '@/app/_shared/public-footer';
import type { RefusalCode } from '@/domain/refusal';
import { sayRefusal } from '@/i18n/refusal';
import { Button, buttonClass } from '@/ui/button';
import { TextInput } from '@/ui/field';
import { Wordmark } from '@/ui/logo';
import { Banner } from '@/ui/notice';
import { Card, PageHeader } from '@/ui/surface';

type Props = { searchParams: Promise<{ rifiuto?: string; codice?: string }> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { say } = await reader(['common', 'phone']);
  const { rifiuto } = await searchParams;
  return rifiuto ? { title: say('title.wrong', { title: say('start.title') }) } : {};
}

export default async function Page({ searchParams }: Props) {
  const { window, identity, account, say } = await reader(['common', 'refusals', 'phone']);
  const { rifiuto, codice = '' } = await searchParams;
  const why = rifiuto ? sayRefusal(say, { refused: rifiuto as RefusalCode }) : null;
  const streams = window.streams();
  const gatherings = streams.filter((r) => r.kind === 'gathering');
  const mine = gatherings.filter((r) => identity.seats[r.id]);
  const demos = gatherings.filter((r) => r.demo && !identity.seats[r.id]);
  return (
    <main id="main" tabIndex={-1} className="mx-auto grid max-w-xl gap-7 px-4 pt-8 pb-16">
      <Wordmark name={say('app.name')} />
      <PageHeader title={say('start.title')} intro={say('app.claim')} />
      <form method="post" action="/api/find" className="grid gap-3">
        <TextInput
          name="code"
          label={say('start.code')}
          hint={say('start.codeHint')}
          error={why ?? undefined}
          defaultValue={codice.slice(0, 20)}
          autoFocus={why !== null}
          required
          maxLength={20}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          className="text-center font-bold font-mono text-2xl uppercase tracking-widest"
        />
        <Button type="submit" kind="primary" size="large" wide>
          {say('start.go')}
        </Button>
      </form>
      {mine.map((row) => (
        <a key={row.id} href={`/i/${row.code}`} className={buttonClass('quiet', 'large', true)}>
          {row.rehearsal && <b>{say('rehearsal.mark')}</b>}
          {say('start.back', { title: window.gathering(row, 'public').title })}
        </a>
      ))}
      {demos.map((row) => (
        <a key={row.id} href={`/i/${row.code}`} className={buttonClass('quiet', 'normal', true)}>
          {say('start.tryDemo')}
        </a>
      ))}
      {streams.length === 0 && (
        <Card className="grid gap-3">
          <h2 className="text-lg">{say('start.nothing')}</h2>
          <p>{say('start.demoWhat')}</p>
          <form method="post" action="/api/demo">
            <Button type="submit" wide>
              {say('start.demo')}
            </Button>
          </form>
        </Card>
      )}
      {window.firstRun() && <Banner title={say('start.setup')}>{say('start.setupHow')}</Banner>}
      <LanguageForm say={say} back="/" />
      <PublicFooter say={say}>
        <a className="py-3 underline" href={account ? '/ufficio' : '/accedi'}>
          {say(account ? 'start.office' : 'start.signIn')}
        </a>
      </PublicFooter>
    </main>
  );
}

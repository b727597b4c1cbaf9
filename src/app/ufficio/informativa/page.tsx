/** Edits the office's privacy notice, language by language; earlier versions stay readable. */
import type { Metadata } from 'next';
import { reader } from '@/app/_shared/page-reader';
import { OfficeText } from '@/app/_shared/office-text';
import { ownText } from '@/app/informativa/own-words';
import { languages, ownName, sayIn } from '@/i18n/languages';
import { Button } from '@/ui/button';
import { Disclosure } from '@/ui/disclosure';
import { Section } from '@/ui/surface';
import { entering, OfficePage } from '../_shared/office-page';
import { NoticeForm } from './notice-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await reader(['office'])).say('notice.title') };
}

export default async function Page() {
  const entered = await entering('/ufficio/informativa', ['planner', 'owner']);
  const { window, say } = entered;
  const all = window.notices();
  const names = Object.fromEntries(window.accounts().map((a) => [a.id, a.name]));
  return (
    <OfficePage entered={entered} title="notice.title" intro="notice.intro">
      <div>
        <Button href="/informativa" icon="eye">
          {say('notice.see')}
        </Button>
      </div>
      {languages('office').map((lang) => {
        const [standing, ...before] = all.filter((v) => v.lang === lang).reverse();
        const made = (v: (typeof all)[number]) => ({
          n: v.n,
          date: say.date(v.at),
          who: names[v.by] ?? '',
        });
        return (
          <Section
            key={lang}
            title={ownName(lang)}
            intro={standing?.text ? say('notice.standing', made(standing)) : say('notice.own')}
          >
            <NoticeForm
              lang={lang}
              name={ownName(lang)}
              text={standing?.text ?? ''}
              after={standing?.n ?? 0}
              own={ownText(sayIn(lang, ['pages']), window.retentionDays(), window.officeDetails())}
            />
            {before.length > 0 && (
              <Disclosure title={say('notice.earlier')}>
                <ol className="grid gap-4">
                  {before.map((v) => (
                    <li key={v.n} className="grid gap-2 border-line border-l-4 pl-4">
                      <p className="text-ink-soft text-sm">{say('notice.version', made(v))}</p>
                      {v.text ? (
                        <OfficeText text={v.text} lang={lang} level={3} />
                      ) : (
                        <p>{say('notice.emptied')}</p>
                      )}
                    </li>
                  ))}
                </ol>
              </Disclosure>
            )}
          </Section>
        );
      })}
    </OfficePage>
  );
}

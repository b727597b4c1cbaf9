/** A link that opens one circle's report at home, until it expires (E26). */
import { Ribbon } from '@/app/_shared/ribbon';
import { inventedIn } from '@/domain/gathering/rehearsal';
import type { Metadata } from 'next';
import { OfficeFrame } from '@/app/_shared/office-frame';
import { reader } from '@/app/_shared/page-reader';
import { topicNumber } from '@/domain/gathering/state/topic';
import { Button } from '@/ui/button';
import { Banner, EmptyState } from '@/ui/notice';
import { PageHeader } from '@/ui/surface';

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { say, window } = await reader(['harvest']);
  const open = window.link((await params).token)?.purpose === 'completion';
  return {
    title: say(open ? 'complete.title' : 'complete.expiredTitle'),
    referrer: 'same-origin',
    robots: { index: false },
  };
}

export default async function Page({ params }: Props) {
  const { token } = await params;
  const { say, window } = await reader(['common', 'desk', 'harvest']);
  const link = window.link(token);
  const [code = '', , number = ''] = link?.target?.split(' ') ?? [];
  const row = link?.purpose === 'completion' ? window.find(code) : null;
  if (!row)
    return (
      <OfficeFrame say={say}>
        <EmptyState whole title={say('complete.expiredTitle')}>
          {say('complete.expired')}
        </EmptyState>
      </OfficeFrame>
    );
  const state = window.gathering(row, 'public');
  const topic = Object.values(state.topics).find((t) => topicNumber(t.n) === number);
  const late = state.frozen !== null || (state.completion !== null && state.completion < Date.now());
  return (
    <>
      <Ribbon say={say} kind={inventedIn(state)} />
      <OfficeFrame say={say}>
        <PageHeader
          over={state.title}
          title={say('complete.title')}
          intro={`${number} ${topic?.hidden ? '' : (topic?.title ?? '')}`}
        />
        {late ? (
          <EmptyState title={say('complete.late')}>{say('complete.lateWhat')}</EmptyState>
        ) : (
          <form method="post" action="/api/complete" className="grid max-w-md gap-5">
            <Banner kind="info" title={say('complete.why')} />
            <input type="hidden" name="token" value={token} />
            <Button type="submit" kind="primary" size="large">
              {say('complete.do')}
            </Button>
          </form>
        )}
      </OfficeFrame>
    </>
  );
}

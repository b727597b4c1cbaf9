/** The ribbon over every page of an invented gathering or a rehearsal, so that nobody takes it for a real one. */
import type { Invented } from '@/domain/gathering/rehearsal';
import type { Say } from '@/i18n/say';
import { DemoRibbon } from '@/ui/notice';

export const ribbonText = (say: Say, kind: NonNullable<Invented>): string =>
  say(kind === 'rehearsal' ? 'rehearsal.ribbon' : 'demo.ribbon');

export function Ribbon({ say, kind }: { say: Say; kind: Invented }) {
  return kind && <DemoRibbon text={ribbonText(say, kind)} strong={kind === 'rehearsal'} />;
}

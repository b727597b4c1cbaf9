/** Deeds that somebody did for another are in words in the audit trail, never in the names of the log. */
import { expect, it } from 'vitest';
import { aboutSaid, thingOf } from '@/app/ufficio/registro/audit-lines';
import { gathering } from '@/domain/gathering/catalogue';
import { sayIn } from '@/i18n/languages';

const BEHALF = Object.values(gathering.deeds).filter((d) => (d.who as readonly string[]).includes('helper'));

it('every fact that a helper may do for somebody has its thing, with a word in both languages', () => {
  expect(BEHALF.length).toBeGreaterThan(40);
  for (const { fact } of BEHALF)
    for (const lang of ['it', 'en']) {
      const said = aboutSaid(sayIn(lang, ['office']), {}, `DEMO ${fact} 842`);
      expect([fact, said]).toEqual([fact, expect.not.stringContaining(fact)]);
    }
});

it('says what it is about: a note, a place in the matrix, a circle, a topic', () => {
  const say = sayIn('it', ['desk', 'office']);
  const said = (about: string) => aboutSaid(say, { 'acc-1': 'Anna Bianchi' }, about);
  expect(said('DEMO noteWritten 842')).toBe('DEMO · una nota · 842');
  expect(said('DEMO topicPlaced 7')).toBe('DEMO · un posto in griglia · 7');
  expect(said('DEMO sessionStarted 7')).toBe('DEMO · un cerchio · 7');
  expect(said('DEMO topicsMerged 7')).toBe('DEMO · un tema · 7');
  expect(said('DEMO note 396')).toBe('DEMO · una nota · 396');
  expect(said('acc-1 planner')).toBe('Anna Bianchi · chi programma');
  expect([thingOf('actionJoined'), thingOf('constructor')]).toEqual(['action', null]);
});

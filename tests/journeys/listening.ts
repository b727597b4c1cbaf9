/** A listening meeting half-way: three people, three prompts, one being discussed, ideas to two of them. */
import { nanoid } from 'nanoid';
import { type Assembly, assemble } from './assembly';
import { newGathering, type Visitor } from './visitor';

const PEOPLE = [
  { label: 'Volontario della mensa', sector: 'volontariato' },
  { label: 'Assistente sociale', sector: 'operatori_sociali' },
  { label: 'Familiare caregiver', sector: 'gruppi_innovativi' },
];
const PROMPTS = [
  { id: 'domanda-0001', text: 'Che cosa della programmazione di oggi vi è servito?' },
  { id: 'domanda-0002', text: 'Quali bisogni nuovi incontrate, e dove?' },
  { id: 'domanda-0003', text: 'Chi manca a questo tavolo?' },
];
const SAID = [
  [0, 'domanda-0001', 'risorsa', 'Lo sportello aperto il sabato: ci va chi lavora.'],
  [1, 'domanda-0002', 'bisogno', 'Chi perde il lavoro non si presenta: lo vediamo due anni dopo.'],
  [2, 'domanda-0002', 'esperienza', 'Di notte siamo soli. Nessuno risponde dopo le diciotto.'],
] as const;

export async function listeningMeeting(by: Visitor): Promise<Assembly> {
  const code = await newGathering(by, 'Ascolto: chi cura', {
    format: 'listening',
    question: 'Che cosa ci sta succedendo attorno?',
  });
  const meeting = await assemble(by, code, PEOPLE);
  const programme = { speakers: ['Ufficio di Piano'], materials: [], prompts: PROMPTS, minutes: '' };
  await meeting.hold('setProgramme', programme);
  await meeting.hold('changePhase', { phase: 'sessions' });
  await meeting.hold('showPrompt', { prompt: 'domanda-0002' });
  for (const [n, prompt, kind, text] of SAID)
    await meeting.act(n, 'shareIdea', { idea: nanoid(14), prompt, kind, text });
  return meeting;
}

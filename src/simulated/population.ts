/**
 * The simulated people: sectors in the proportion of the stress event (domain §5.2), and a label that says they are
 * simulated.
 */
import { SECTORS, type Sector } from '@/domain/words';
import type { Random } from './random';

const SHARE: Record<Sector, number> = {
  operatori_sociali: 75,
  istituzioni: 45,
  terzo_settore_cooperazione: 55,
  volontariato: 65,
  gruppi_innovativi: 50,
  altri_punti_di_vista: 10,
};

/** Sectors in the proportion of the event, dealt out. */
export function simulatedSectors(people: number, dice: Random): Sector[] {
  const dealt = SECTORS.flatMap((sector) =>
    Array.from({ length: Math.round((SHARE[sector] * people) / 300) }, () => sector),
  );
  while (dealt.length < people) dealt.push('volontariato');
  return dice.shuffled(dealt.slice(0, people));
}

const CALLED: Record<Sector, readonly string[]> = {
  operatori_sociali: ['Assistente sociale', 'Educatore', 'Operatrice domiciliare'],
  istituzioni: ['Assessora', 'Dirigente scolastico', 'Funzionaria'],
  terzo_settore_cooperazione: ['Cooperatrice', 'Coordinatore di servizio', 'Presidente di cooperativa'],
  volontariato: ['Volontario', 'Volontaria del doposcuola', 'Barelliere'],
  gruppi_innovativi: ['Familiare caregiver', 'Attivista Transition town', 'Giovane del centro'],
  altri_punti_di_vista: ['Barista', 'Edicolante', 'Delegata sindacale'],
};

/** The label says everywhere that they are simulated, so nobody takes them for a person. */
export const labelOf = (n: number, sector: Sector, dice: Random): string =>
  `${dice.pick(CALLED[sector])} (simulata ${n})`;

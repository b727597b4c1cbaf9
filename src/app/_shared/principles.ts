/** The four principles in their order, and the fifth where the gathering uses it (domain §1.3). */
const FOUR = [
  'wall.principle.people',
  'wall.principle.happens',
  'wall.principle.starts',
  'wall.principle.over',
] as const;

export const principlesOf = (told: { fifthPrinciple: boolean }) =>
  told.fifthPrinciple ? [...FOUR, 'wall.principle.place' as const] : FOUR;

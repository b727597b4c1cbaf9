/** References inside a path: the fields that name a table, a need, a sector or an organisation. */
import type { Path, Thing } from './state';

export const RESHAPED = ['table', 'need', 'sector', 'organization', 'code'] as const;
export type Reshaped = (typeof RESHAPED)[number];

const REGISTERS = {
  need: (s: Path) => s.needs,
  proposal: (s: Path) => s.proposals,
  project: (s: Path) => s.projects,
  goal: (s: Path) => s.goals,
  sheet: (s: Path) => s.sheets,
  member: (s: Path) => s.members,
  invitation: (s: Path) => s.invitations,
  experience: (s: Path) => s.experiences,
  evidence: (s: Path) => s.evidence,
  meeting: (s: Path) => s.meetings,
  organization: (s: Path) => s.organizations,
  sector: (s: Path) => s.sectors,
  paper: (s: Path) => s.papers,
  coding: (s: Path) => s.codings,
  table: (s: Path) => s.tables,
  code: (s: Path) => s.codes,
} as const satisfies Record<string, (s: Path) => Record<string, Thing>>;
export type RegisterName = keyof typeof REGISTERS;
export const REGISTER_NAMES = Object.keys(REGISTERS) as [RegisterName, ...RegisterName[]];
export const registerOf = (path: Path, name: RegisterName): Record<string, Thing> => REGISTERS[name](path);

/** A field that holds one id, or a list of them. */
export type Pointer = { register: RegisterName; field: string };
const one = (field: string, ...registers: RegisterName[]): Pointer[] =>
  registers.map((register) => ({ register, field }));

const POINTERS: Record<Exclude<Reshaped, 'code'>, readonly Pointer[]> = {
  table: [
    ...one('table', 'need', 'proposal', 'project', 'goal', 'sheet', 'member', 'invitation', 'experience'),
    ...one('target', 'evidence'),
  ],
  need: [...one('needs', 'proposal', 'goal'), ...one('target', 'evidence')],
  sector: [
    ...one('sectors', 'meeting'),
    ...one('sector', 'organization', 'paper'),
    ...one('parent', 'sector'),
  ],
  organization: one('organization', 'invitation', 'member'),
};

export type Pointing = Pointer & { id: string };
const holds = (value: unknown, id: string): boolean =>
  Array.isArray(value) ? value.includes(id) : value === id;

/** Every existing thing that refers to `id`, in the order of the registers. */
export function pointingAt(path: Path, what: Exclude<Reshaped, 'code'>, id: string): Pointing[] {
  return POINTERS[what].flatMap(({ register, field }) =>
    Object.values(registerOf(path, register)).flatMap((thing) => {
      const fields = thing as unknown as Record<string, unknown>;
      const other = register === 'evidence' && fields.what !== what;
      return thing.removed || other || !holds(fields[field], id) ? [] : [{ register, field, id: thing.id }];
    }),
  );
}

/** The value of a reference with one id replaced by another; in a list each id stands once. */
export const repointed = (value: unknown, from: string, to: string): unknown =>
  Array.isArray(value) ? [...new Set(value.map((x) => (x === from ? to : x)))] : value === from ? to : value;

/** The way through a door: a link keeps its word, whoever has to give a name first. */

type Kept = {
  /** Where within the gathering she was going: a link keeps its word through the door. */
  poi?: string | undefined;
  /** The sector chosen before the form came back. */
  ambito?: string | null | undefined;
};

/** The door of a gathering, with what is not to be lost at it. */
export function doorOf(code: string, kept: Kept = {}): string {
  const said = Object.entries(kept).filter(([, x]) => x);
  return `/i/${code}/entra${said.length > 0 ? `?${new URLSearchParams(said as [string, string][])}` : ''}`;
}

/** A screen within a gathering: never an address elsewhere. */
export const WITHIN = /^[\w/-]{0,200}$/;

export const within = (code: string, poi: string): string => `/i/${code}${poi && `/${poi}`}`;

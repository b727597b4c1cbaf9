/** Addresses of a gathering's entrance. A link still leads to its screen when the person must first give a name. */

type EntranceParameters = {
  /** The screen within the gathering that the person asked for: a link keeps it through the entrance. */
  poi?: string | undefined;
  /** The sector chosen before the form came back. */
  ambito?: string | null | undefined;
};

/** The entrance of a gathering, with the parameters to keep. */
export function entranceOf(code: string, kept: EntranceParameters = {}): string {
  const said = Object.entries(kept).filter(([, x]) => x);
  return `/i/${code}/entra${said.length > 0 ? `?${new URLSearchParams(said as [string, string][])}` : ''}`;
}

/** A screen within a gathering: never an address elsewhere. */
export const WITHIN = /^[\w/-]{0,200}$/;

export const within = (code: string, poi: string): string => `/i/${code}${poi && `/${poi}`}`;

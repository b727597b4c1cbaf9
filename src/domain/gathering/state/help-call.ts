/** A call for help: who asked, from which circle, and when it was answered. */

export type HelpCall = {
  id: string;
  /** Null to readers who may not know. */
  seat: string | null;
  session: string | null;
  at: number;
  closedAt: number | null;
};

/** The calls that nobody has closed, oldest first. */
export const openCalls = ({ helpCalls }: { helpCalls?: Record<string, HelpCall> }): HelpCall[] =>
  Object.values(helpCalls ?? {})
    .filter((c) => c.closedAt === null)
    .sort((a, b) => a.at - b.at);

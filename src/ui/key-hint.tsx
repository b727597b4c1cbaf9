/** Shows which key does what, for people who work at a keyboard. */
export function KeyHint({ keys, does }: { keys: readonly string[]; does: string }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-ink-soft text-sm">
      {keys.map((k) => (
        <kbd
          key={k}
          className="min-w-6 rounded-sm border border-edge border-b-2 bg-raised px-1.5 text-center font-sans font-semibold text-ink"
        >
          {k}
        </kbd>
      ))}
      {does}
    </span>
  );
}

'use client';
/** Many small choices in one line that scrolls sideways, so that the rest stays on the screen. */
import { type ReactNode, useLayoutEffect, useRef } from 'react';

/** `chosen`: the value of the chosen one. It is brought into sight where the line begins or goes on without it. */
export function Strip({ chosen, children }: { chosen: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is what moves the line
  useLayoutEffect(() => {
    const choice = box.current?.querySelector('input:checked')?.closest('label');
    const line = choice?.parentElement;
    if (choice && line) line.scrollLeft += outOfSight(line, choice);
  }, [chosen]);
  return (
    <div
      ref={box}
      className="min-w-0 [&_fieldset>div]:-mx-4 [&_fieldset>div]:flex-nowrap [&_fieldset>div]:overflow-x-auto [&_fieldset>div]:px-4 [&_fieldset>div]:py-1 [&_fieldset]:min-w-0 [&_fieldset]:grid-cols-[minmax(0,1fr)] [&_label]:relative [&_label]:shrink-0"
    >
      {children}
    </div>
  );
}

/**
 * The pixels from the middle of the line to the middle of a choice that is not whole inside it; 0 for one that is, which
 * stays under its finger. They count rightwards in both directions of writing.
 */
function outOfSight(line: Element, choice: Element): number {
  const [all, one] = [line.getBoundingClientRect(), choice.getBoundingClientRect()];
  if (one.left >= all.left && one.right <= all.right) return 0;
  return (one.left + one.right - all.left - all.right) / 2;
}

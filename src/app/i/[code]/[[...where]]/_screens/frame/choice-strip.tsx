/** Many small choices in one line that scrolls sideways, so that the rest stays on the screen. */
import type { ReactNode } from 'react';

export function Strip({ children }: { children: ReactNode }) {
  return (
    <div className="min-w-0 [&_fieldset>div]:-mx-4 [&_fieldset>div]:flex-nowrap [&_fieldset>div]:overflow-x-auto [&_fieldset>div]:px-4 [&_fieldset>div]:py-1 [&_fieldset]:min-w-0 [&_fieldset]:grid-cols-[minmax(0,1fr)] [&_label]:relative [&_label]:shrink-0">
      {children}
    </div>
  );
}

import type { ReactNode } from 'react';

/** A few links behind a button; opens without script. */
export function DropMenu({ name, children }: { name: string; children: ReactNode }) {
  return (
    <details className="drop-menu">
      <summary className="ds-button" data-variant="secondary">
        {name}
      </summary>
      <div className="drop-menu-content">{children}</div>
    </details>
  );
}

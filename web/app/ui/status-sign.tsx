import type { ReactNode } from 'react';

export type Sign = 'done' | 'soon' | 'urgent' | 'open';

/** ● done, ◐ soon, ▲ urgent, ○ open: a shape, a colour and always words. */
export function StatusSign({ sign, children }: { sign: Sign; children: ReactNode }) {
  return (
    <span className="status-sign" data-sign={sign}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {shapes[sign]}
      </svg>
      <span>{children}</span>
    </span>
  );
}

const ring = <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />;

const shapes: Record<Sign, ReactNode> = {
  done: <circle cx="8" cy="8" r="7" fill="currentColor" />,
  soon: (
    <>
      {ring}
      <path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor" />
    </>
  ),
  urgent: <path d="M8 1.5 15.2 14.5H.8z" fill="currentColor" />,
  open: ring,
};

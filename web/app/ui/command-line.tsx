import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useAlive } from './alive.js';

interface CommandLineProps {
  /** What the command does, for who cannot see which button copies what. */
  label: string;
  command: string;
  copy: string;
  copied: string;
}

/** A line for a terminal, ready to copy. */
export function CommandLine({ label, command, copy, copied }: CommandLineProps) {
  const alive = useAlive();
  const [isCopied, setCopied] = useState(false);
  return (
    <div className="command-line">
      <pre>
        <code>{command}</code>
      </pre>
      {alive && (
        <Button
          type="button"
          variant="secondary"
          onClick={() => void navigator.clipboard.writeText(command).then(() => setCopied(true))}
        >
          {copy}
          <span className="ds-sr-only">: {label}</span>
        </Button>
      )}
      <span role="status">{isCopied && copied}</span>
    </div>
  );
}

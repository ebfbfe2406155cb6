import { Button } from '@digdir/designsystemet-react';
import { useWords } from '../words/words.js';
import type { LiveState } from './live-statements.js';
import type { Line } from './use-live-statements.js';

interface LiveBarProps extends Pick<LiveState, 'waiting' | 'hasHole'> {
  line: Line;
  /** How many wait, as it was last read aloud. */
  said: number;
  isPaused: boolean;
  setPaused: (isPaused: boolean) => void;
  show: () => void;
  /** The address of the list, for who has no script. */
  here: string;
}

/** Whether the list follows along, how to stop it, and what waits to be shown. Always as high, so that nothing moves. */
export function LiveBar({ line, waiting, hasHole, said, isPaused, setPaused, show, here }: LiveBarProps) {
  const { statements: words } = useWords().lrs;
  const state = isPaused && line === 'live' ? 'paused' : line;
  const count = waiting.length;
  return (
    <div className="live-bar">
      <span className="live-line" data-line={state}>
        {words.live[state]}
      </span>
      <Button type="button" variant="tertiary" data-size="sm" onClick={() => setPaused(!isPaused)}>
        {isPaused ? words.goOn : words.pause}
      </Button>
      {count > 0 && (
        <Button type="button" variant="secondary" data-size="sm" onClick={show}>
          {hasHole ? words.manyWaiting(count) : words.waiting(count)}
        </Button>
      )}
      <a className="ds-link reload" href={here}>
        {words.reload}
      </a>
      <span className="ds-sr-only" role="status">
        {said > 0 && words.saidWaiting(said)}
      </span>
    </div>
  );
}

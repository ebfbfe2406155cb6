import { Button } from '@digdir/designsystemet-react';
import { useWords } from '../../words/words.js';
import { clockTime } from './clock-time.js';
import type { Notice } from './session.js';

/** Something that happened to the text without one's typing it. */
export function Notices({ notice, close }: { notice: Notice | null; close: () => void }) {
  const { language, editor } = useWords();
  const { others } = editor;
  return (
    <div role="status">
      {notice && (
        <div className="editor-notice">
          <p>
            {notice.kind === 'merged' && others.merged(notice.by)}
            {notice.kind === 'restored' && others.restored(clockTime(language, notice.at))}
            {notice.kind === 'said' && notice.text}
          </p>
          <Button type="button" variant="tertiary" data-size="sm" onClick={close}>
            {others.close}
          </Button>
        </div>
      )}
    </div>
  );
}

import type { PresentHere } from '@kursdugnad/core/contract/draft-files.js';
import { StatusSign } from '../../ui/status-sign.js';
import { useWords, type Words } from '../../words/words.js';
import { clockTime } from './clock-time.js';
import type { Saving } from './text-keeper.js';

/** Whether what is typed is safe, and who else is here. Read aloud only when something is the matter. */
export function SavingSign({ saving, present }: { saving: Saving; present: PresentHere[] }) {
  const words = useWords();
  const { others } = words.editor;
  const isWorse = saving.kind === 'away' || saving.kind === 'conflict';
  const names = present.filter(({ isYou }) => !isYou).map(({ name }) => name);
  const isTwice = present.some(({ isYou }) => isYou);
  return (
    <div className="editor-state">
      <div role="status" aria-live={isWorse ? 'assertive' : 'off'}>
        <StatusSign sign={isWorse ? 'urgent' : saving.kind === 'saved' ? 'done' : 'open'}>
          {said(saving, words)}
        </StatusSign>
      </div>
      <div role="status">
        {names.length > 0 && <StatusSign sign="soon">{others.have(names.join(', '))}</StatusSign>}
        {names.length === 0 && isTwice && <StatusSign sign="soon">{others.youToo}</StatusSign>}
      </div>
    </div>
  );
}

function said(saving: Saving, { language, editor: { saving: words } }: Words): string {
  switch (saving.kind) {
    case 'saved':
      return words.saved(clockTime(language, saving.at));
    case 'unsaved':
      return words.unsaved;
    case 'saving':
      return words.saving;
    case 'conflict':
      return words.conflict;
    case 'away':
      if (saving.why === 'refused') return `${words.refused} ${saving.message ?? ''}`;
      return saving.why === 'signed-out' ? words.signedOut : words.offline;
  }
}

import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useWords } from '../../words/words.js';
import { PictureDialog, usePictures } from './picture-dialog.js';
import type { Session, SessionState } from './session.js';
import { insertBlock } from './text-commands.js';

interface FilesPaneProps {
  session: Session;
  state: SessionState;
  showText: () => void;
}

/** Every picture, film and attachment of the guide. */
export function FilesPane({ session, state, showText }: FilesPaneProps) {
  const { files } = useWords().editor;
  const pictures = usePictures(session);
  const { media } = state.checked;
  async function remove(path: string) {
    const removed = await session.requests.removeMedia(path);
    if ('answer' in removed) session.say({ kind: 'said', text: files.removed(path) });
    await session.readAgain();
  }
  function insert(path: string, type: string) {
    showText();
    const { textView: view } = session;
    if (type.startsWith('image/') || type.startsWith('video/')) pictures.insert(path, type);
    else if (view) insertBlock(view, `[${path.replace('media/', '')}](${path})`);
  }
  return (
    <div className="pane-scroll">
      <Paragraph>{files.introduction}</Paragraph>
      <div>
        <Button type="button" variant="secondary" onClick={pictures.choose}>
          {files.choose}
        </Button>
      </div>
      {media.length === 0 && <p>{files.none}</p>}
      <ul className="plain-list media-list">
        {media.map(({ path, bytes, type, used }) => (
          <li key={path}>
            {type.startsWith('image/') && (
              <img src={`/api/drafts/${session.draft}/files/${path}`} alt="" loading="lazy" />
            )}
            <div>
              <span>{path.replace('media/', '')}</span>
              <span className="quiet">
                {Math.ceil(bytes / 1024)} kB{used ? '' : `, ${files.unused}`}
              </span>
              <div className="problem-actions">
                <Button type="button" variant="secondary" data-size="sm" onClick={() => insert(path, type)}>
                  {files.insert}
                  <span className="ds-sr-only">{files.of(path)}</span>
                </Button>
                {!used && (
                  <Button type="button" variant="tertiary" data-size="sm" onClick={() => void remove(path)}>
                    {files.remove}
                    <span className="ds-sr-only">{files.of(path)}</span>
                  </Button>
                )}
              </div>
            </div>
          </li>
        ))}
      </ul>
      <PictureDialog {...pictures} />
    </div>
  );
}

import type { DraftProblem } from '@kursdugnad/core/contract/authoring.js';
import type { Language } from '@kursdugnad/core/course/course.js';
import { Button } from '@digdir/designsystemet-react';
import type { MouseEvent } from 'react';
import { Link } from 'react-router';
import { DropMenu } from '../../ui/drop-menu.js';
import { useWords } from '../../words/words.js';
import type { ReadDraft } from './draft-requests.js';
import type { Session } from './session.js';

/** As in core, whose list brings its schemas. */
const languages: readonly Language[] = ['nb', 'nn', 'en'];

interface LanguageTabsProps {
  session: Session;
  read: ReadDraft;
  path: string;
  leave: (to: string) => Promise<void>;
}

/** The languages of the guide: each is a text of its own. */
export function LanguageTabs({ session, read, path, leave }: LanguageTabsProps) {
  const { languages: words } = useWords().editor;
  const { about, problems } = session.snapshot().checked;
  const guides = read.files.filter((file) => /^guide(\.[a-z]{2})?\.md$/u.test(file.path)).map((file) => file.path);
  const languageOf = (file: string) => {
    const written = about[file]?.['language'] ?? file.split('.')[1];
    return languages.find((one) => one === written) ?? 'nb';
  };
  const there = guides.map(languageOf);
  const missing = languages.filter((one) => !there.includes(one));
  const to = (file: string) => `/mine-kurs/utkast/${session.draft}?fil=${file}`;
  const go = (event: MouseEvent, file: string) => {
    event.preventDefault();
    void leave(to(file));
  };
  async function add(language: Language) {
    await session.flush();
    const added = await session.requests.translate(language);
    if ('answer' in added) await leave(to(added.answer.path));
    else session.say({ kind: 'said', text: added.refused?.detail ?? '' });
  }
  return (
    <nav className="language-tabs" aria-label={words.label}>
      {guides.map((file) => {
        const isToRead = (one: DraftProblem) =>
          one.file === file && file !== 'guide.md' && one.rule.startsWith('translation-');
        const stale = problems.filter(isToRead).length;
        return (
          <Link key={file} to={to(file)} aria-current={file === path || undefined} onClick={(event) => go(event, file)}>
            {words[languageOf(file)]}
            {stale > 0 && <span className="quiet"> {words.stale(stale)}</span>}
          </Link>
        );
      })}
      {missing.length > 0 && (
        <DropMenu name={words.add}>
          {missing.map((language) => (
            <Button key={language} type="button" variant="tertiary" onClick={() => void add(language)}>
              {words[language]}
            </Button>
          ))}
        </DropMenu>
      )}
    </nav>
  );
}

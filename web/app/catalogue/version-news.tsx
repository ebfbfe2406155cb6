import type { catalogueCourse } from '@kursdugnad/core/contract/catalogue.js';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import { joinedNames } from '../ui/joined.js';
import { useWords, type Words } from '../words/words.js';

type Version = Pick<Answered<typeof catalogueCourse>['versions'][number], 'changes' | 'redo'>;

/** What is new in a version, one sentence for each kind of thing; nothing where only the wording is another. */
export function VersionNews({ version }: { version: Version }) {
  const { versions: words } = useWords();
  const lines = newsOf(version, words);
  if (lines.length === 0) return null;
  return (
    <ul className="version-news">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function newsOf({ changes, redo }: Version, words: Words['versions']): string[] {
  const said = (['added', 'changed', 'removed'] as const).flatMap((kind) => {
    const those = changes.filter((change) => change.kind === kind);
    const names = those.filter(({ part }) => part !== 'block').map(({ title }) => withoutStop(title));
    const texts = those.length - names.length;
    const all = texts > 0 ? [...names, words.texts(texts)] : names;
    return all.length === 0 ? [] : [words[kind](joinedNames(all, words.more))];
  });
  if (redo === 'all') return [...said, words.redoAll];
  const titles = redo.map((id) => withoutStop(changes.find((change) => change.id === id)?.title ?? id));
  return titles.length === 0 ? said : [...said, words.redo(joinedNames(titles, words.more))];
}

/** As a word in a sentence. */
const withoutStop = (title: string) => `«${title.replace(/\.$/u, '')}»`;

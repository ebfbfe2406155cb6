import type { Language } from '@kursdugnad/core/course/course.js';
import { Form, useLocation } from 'react-router';
import { useWords } from '../words/words.js';

/** What a language calls itself. */
const names: Record<Language, string> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };
const languages = Object.keys(names) as Language[];

/** A form, so that it works without script and the choice is kept; the page comes back in the language chosen. */
export function LanguageChoice() {
  const { language } = useWords();
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action="/sprak" reloadDocument className="language-choice">
      <input type="hidden" name="til" value={pathname + search} />
      {languages.map((one) => (
        <button key={one} type="submit" name="sprak" value={one} lang={one} aria-pressed={one === language}>
          {names[one]}
        </button>
      ))}
    </Form>
  );
}

import type { MyGuide } from '@kursdugnad/core/contract/learn.js';
import { dateIn } from '../ui/dates.js';
import { StartGuide } from './start-guide.js';
import { StatusSign } from '../ui/status-sign.js';
import { useWords } from '../words/words.js';

/** A guide one has: since when and until when it counts. */
export function DoneGuide({ guide, today }: { guide: MyGuide; today: string }) {
  const words = useWords();
  const { learn } = words;
  const facts = [
    guide.state === 'exempt' && learn.exempt,
    guide.completedOn && learn.doneOn(words.time.on(dateIn(words, guide.completedOn, today))),
    guide.validUntil && learn.validUntil(dateIn(words, guide.validUntil, today)),
    guide.state === 'fulfilled' && !guide.validUntil && learn.validForGood,
  ].filter((fact) => typeof fact === 'string');
  return (
    <li id={guide.course.id} className="guide-row">
      <div>
        <StatusSign sign="done">
          <strong>{guide.course.title}</strong>
        </StatusSign>
        <div className="quiet">{facts.join(', ')}</div>
      </div>
      <div className="guide-row-actions">
        {guide.registration?.completed && (
          <a className="ds-link" href={`/guide/${guide.registration.id}/resultat`}>
            {learn.seeResult}
            <span className="ds-sr-only">: {guide.course.title}</span>
          </a>
        )}
        <StartGuide guide={guide} />
      </div>
    </li>
  );
}

import type { catalogueCourse } from '@kursdugnad/core/contract/catalogue.js';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import { Heading } from '@digdir/designsystemet-react';
import { dateIn } from '../ui/dates.js';
import { useWords, type Words } from '../words/words.js';
import { languagesOf, usersOf } from './found-course.js';

type Found = Pick<Answered<typeof catalogueCourse>, 'item' | 'questions' | 'passMark' | 'validMonths' | 'accepted'>;

export function CourseFacts({ found, today }: { found: Found; today: string }) {
  const words = useWords();
  return (
    <section className="part">
      <Heading level={2} data-size="sm">
        {words.catalogue.course.facts}
      </Heading>
      <dl className="facts">
        {factsOf(found, today, words).map(([name, value]) => (
          <div key={`${name} ${value}`}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function factsOf(
  { item, questions, passMark, validMonths, accepted }: Found,
  today: string,
  words: Words,
): [string, string][] {
  const { catalogue, time } = words;
  const { course } = catalogue;
  return [
    [course.minutes, time.minutes(item.minutes)],
    [course.languages, languagesOf(item, words)],
    [course.publisher, item.publisher],
    [course.owner, item.municipality.name],
    [course.licence, `${catalogue.licences[item.licence]} (${item.licence})`],
    [course.topics, item.topics.join(', ')],
    [course.questions, String(questions)],
    [course.passMark, passMark === null ? course.noPassMark : course.passPercent(Math.round(passMark * 100))],
    [course.valid, validMonths === null ? course.forGood : course.validMonths(validMonths)],
    [course.use, usersOf(item, words)],
    ...accepted.map(({ by, date, reason }): [string, string] => [
      course.accepted,
      course.acceptedBy(by, dateIn(words, date, today), reason),
    ]),
  ];
}

import { Button } from '@digdir/designsystemet-react';
import type { MyGuide } from '@kursdugnad/core/contract/learn.js';
import { Form } from 'react-router';
import { useWords } from '../words/words.js';

interface StartGuideProps {
  guide: MyGuide;
  /** One main action per view: the rest are quieter. */
  main?: boolean;
}

/** To the guide: a link where a run is under way, otherwise a form that begins one. The guide is a page of its own, without the app. */
export function StartGuide({ guide: { course, registration }, main = false }: StartGuideProps) {
  const { learn: words } = useWords();
  const variant = main ? 'primary' : 'secondary';
  const name = <span className="ds-sr-only"> {course.title}</span>;
  if (registration && !registration.completed) {
    return (
      <Button asChild variant={variant}>
        <a href={`/guide/${registration.id}`}>
          {words.carryOn}
          {name}
        </a>
      </Button>
    );
  }
  return (
    <Form method="post" reloadDocument>
      <Button type="submit" name="course" value={course.id} variant={variant}>
        {registration ? words.takeAgain : words.start}
        {name}
      </Button>
    </Form>
  );
}

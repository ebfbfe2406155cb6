import { Card, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { MyGuide } from '@kursdugnad/core/contract/learn.js';
import { usePerson } from '../frame/person.js';
import { Progress } from '../ui/progress.js';
import { StatusSign } from '../ui/status-sign.js';
import { useWords } from '../words/words.js';
import { becauseOf, guideStatus } from './guide-status.js';
import { StartGuide } from './start-guide.js';

interface WaitingGuideProps {
  guide: MyGuide;
  today: string;
  /** The most urgent one carries the page's main action. */
  first: boolean;
}

/** A guide one owes: until when, why, how long it takes, and the way in. */
export function WaitingGuide({ guide, today, first }: WaitingGuideProps) {
  const words = useWords();
  const { sign, text } = guideStatus(guide, today, words);
  const because = becauseOf(guide, usePerson()?.municipalityName ?? '', words);
  const underWay = guide.registration && !guide.registration.completed ? guide.registration : null;
  return (
    <Card asChild>
      <li id={guide.course.id} className="waiting-guide" data-sign={sign}>
        <div className="waiting-guide-top">
          <Heading level={3} data-size="xs">
            {guide.course.title}
          </Heading>
          <span className="quiet">{words.time.minutes(guide.course.minutes)}</span>
        </div>
        <Paragraph>
          <StatusSign sign={sign}>
            <strong>{text}</strong>
            {because && `, ${because}`}
          </StatusSign>
        </Paragraph>
        <div className="waiting-guide-action">
          <StartGuide guide={guide} main={first} />
          {underWay && <Progress value={underWay.progress} />}
        </div>
      </li>
    </Card>
  );
}

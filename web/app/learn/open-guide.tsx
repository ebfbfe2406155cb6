import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { MyGuide } from '@kursdugnad/core/contract/learn.js';
import { useWords } from '../words/words.js';
import { StartGuide } from './start-guide.js';

/** A guide one may take without having to. */
export function OpenGuide({ guide }: { guide: MyGuide }) {
  const { time } = useWords();
  return (
    <li className="guide-row">
      <div>
        <Heading level={3} data-size="2xs">
          {guide.course.title}
        </Heading>
        <Paragraph>{guide.course.summary}</Paragraph>
        <div className="quiet">{time.minutes(guide.course.minutes)}</div>
      </div>
      <StartGuide guide={guide} />
    </li>
  );
}

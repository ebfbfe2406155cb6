import { Heading, List, Paragraph } from '@digdir/designsystemet-react';
import { Page } from '../ui/page.js';
import { useWords } from '../words/words.js';

export default function AccessibilityStatement() {
  const { accessibility: words } = useWords();
  return (
    <Page title={words.title} introduction={words.introduction} narrow>
      <Heading level={2}>{words.aim.title}</Heading>
      <Paragraph>{words.aim.text}</Paragraph>
      <Heading level={2}>{words.tried.title}</Heading>
      <Points of={words.tried.points} />
      <Heading level={2}>{words.lacking.title}</Heading>
      <Points of={words.lacking.points} />
      <Heading level={2}>{words.tell.title}</Heading>
      <Paragraph>{words.tell.text}</Paragraph>
    </Page>
  );
}

function Points({ of }: { of: string[] }) {
  return (
    <List.Unordered>
      {of.map((point) => (
        <List.Item key={point}>{point}</List.Item>
      ))}
    </List.Unordered>
  );
}

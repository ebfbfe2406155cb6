import { Paragraph } from '@digdir/designsystemet-react';
import { CommandLine } from '../ui/command-line.js';
import { useWords } from '../words/words.js';
import { publishCommand } from './publish-command.js';

/** From nothing to a published guide, in four lines. */
export function FirstGuide({ server }: { server: string }) {
  const { first, use } = useWords().author;
  const folder = use.folderWord;
  const steps = [
    [first.make, `npx kurs new ${folder}`],
    [first.preview, `npx kurs preview ${folder}`],
    [first.check, `npx kurs check ${folder}`],
    [first.publish, publishCommand({ folder, server, key: use.keyWord })],
  ] as const;
  return (
    <section className="part first-guide">
      <ol>
        {steps.map(([text, command]) => (
          <li key={text}>
            <Paragraph>{text}</Paragraph>
            <CommandLine label={text} command={command} copy={use.copy} copied={use.copied} />
          </li>
        ))}
      </ol>
      <Paragraph>{use.key}</Paragraph>
    </section>
  );
}

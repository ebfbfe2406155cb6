import type { courseUse } from '@kursdugnad/core/contract/catalogue.js';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { VersionNews } from '../catalogue/version-news.js';
import { dateIn } from '../ui/dates.js';
import { WideTable } from '../ui/wide-table.js';
import { useWords } from '../words/words.js';

type Use = Answered<typeof courseUse>;

interface PartProps {
  title: string;
  note?: string;
  /** What stands instead of an empty table. */
  nothing: string;
  columns: string[];
  rows: ReactNode[];
}

function Part({ title, note, nothing, columns, rows }: PartProps) {
  return (
    <section className="part">
      <Heading level={2} data-size="sm">
        {title}
      </Heading>
      {note && rows.length > 0 && <Paragraph>{note}</Paragraph>}
      {rows.length === 0 && <Paragraph>{nothing}</Paragraph>}
      {rows.length > 0 && (
        <WideTable
          caption={title}
          head={
            <tr>
              {columns.map((column, index) => (
                <th key={column} scope="col" className={index === 0 ? undefined : 'number'}>
                  {column}
                </th>
              ))}
            </tr>
          }
        >
          {rows}
        </WideTable>
      )}
    </section>
  );
}

/** The hardest first: that is where the guide can be better. */
export function Questions({ questions }: Pick<Use, 'questions'>) {
  const { use: words } = useWords().author;
  const hardest = [...questions].sort((a, b) => (a.rightFirst ?? 2) - (b.rightFirst ?? 2));
  return (
    <Part
      title={words.questions}
      note={words.questionsNote}
      nothing={words.noQuestions}
      columns={[words.question, words.answers, words.rightFirst]}
      rows={hardest.map(({ id, prompt, answers, rightFirst }) => (
        <tr key={id}>
          <th scope="row">{prompt}</th>
          <td className="number">{answers}</td>
          <td className="number">{rightFirst === null ? words.tooFew : words.percent(Math.round(rightFirst * 100))}</td>
        </tr>
      ))}
    />
  );
}

export function Municipalities({ use }: Pick<Use, 'use'>) {
  const { author: words } = useWords();
  return (
    <Part
      title={words.use.who}
      nothing={words.use.nobody}
      columns={[words.use.municipality, words.registrations, words.completed, words.use.meanScore]}
      rows={use.map(({ municipality, registrations, completed, meanScore }) => (
        <tr key={municipality}>
          <th scope="row">{municipality}</th>
          <td className="number">{registrations}</td>
          <td className="number">{completed}</td>
          <td className="number">
            {meanScore === null ? words.use.noScore : words.use.percent(Math.round(meanScore * 100))}
          </td>
        </tr>
      ))}
    />
  );
}

export function Versions({ versions, today }: Pick<Use, 'versions'> & { today: string }) {
  const words = useWords();
  const { author } = words;
  return (
    <Part
      title={author.use.versions}
      nothing={author.use.nobody}
      columns={[author.use.note, author.registrations, author.completed]}
      rows={versions.map(({ number, publishedAt, by, note, registrations, completed, ...version }) => (
        <tr key={number}>
          <th scope="row">
            {author.version(number)}: {note || author.use.noNote}
            <span className="quiet">{author.use.by(dateIn(words, publishedAt.slice(0, 10), today), by)}</span>
            <VersionNews version={version} />
          </th>
          <td className="number">{registrations}</td>
          <td className="number">{completed}</td>
        </tr>
      ))}
    />
  );
}

import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useWords } from '../words/words.js';

const kinds = {
  403: 'forbidden',
  404: 'notFound',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
} as const;

interface ErrorMessageProps {
  status: number;
  /** The address to try again. */
  here: string;
  requestId: string | undefined;
}

/** What happened, what is safe, what to do. Never what the machine said. */
export function ErrorMessage({ status, here, requestId }: ErrorMessageProps) {
  const { frame } = useWords();
  const kind = status in kinds ? kinds[status as keyof typeof kinds] : 'failed';
  const words = frame.errors[kind];
  const isOurs = kind === 'failed' || kind === 'unavailable';
  return (
    <article className="page-narrow">
      <title>{`${words.title} – ${frame.product}`}</title>
      <Heading level={1} data-size="lg">
        {words.title}
      </Heading>
      <Paragraph data-size="lg">{words.happened}</Paragraph>
      {isOurs && <Paragraph>{frame.errors.whatIsSafe}</Paragraph>}
      <Paragraph>{words.todo}</Paragraph>
      <Button asChild>
        {isOurs ? <a href={here}>{frame.errors.tryAgain}</a> : <a href="/mine-guider">{frame.errors.toMyGuides}</a>}
      </Button>
      {isOurs && requestId && <Paragraph className="quiet">{frame.errors.reference(requestId)}</Paragraph>}
    </article>
  );
}

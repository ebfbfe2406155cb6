import { dayInNorway } from '@kursdugnad/core/contract/day-in-norway.js';
import { refusedRequest } from '@kursdugnad/core/contract/statement-viewer.js';
import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { Route } from './+types/refused-request.js';
import { api } from '../server/api.server.js';
import { Breadcrumbs } from '../ui/breadcrumbs.js';
import { CommandLine } from '../ui/command-line.js';
import { secondIn } from '../ui/dates.js';
import { Page } from '../ui/page.js';
import { StatusSign } from '../ui/status-sign.js';
import { useWords } from '../words/words.js';
import { Reasons } from './refused-reasons.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const refused = await api(request, context).call(refusedRequest, { request: params.request });
  return { refused, today: dayInNorway(new Date().toISOString()) };
}

export default function RefusedRequest({ loaderData: { refused, today } }: Route.ComponentProps) {
  const words = useWords();
  const { refused: said, statement } = words.lrs;
  const { at, key, label, method, resource, status, detail, problems, version, body, isCut } = refused;
  return (
    <Page
      above={
        <Breadcrumbs label={words.admin.youAreHere} places={[{ to: '/administrasjon/avvist', name: said.title }]} />
      }
      title={said.of(method, resource)}
      narrow
    >
      <p className="refused-facts">
        <StatusSign sign="urgent">{said.status(status)}</StatusSign>
        <span>{secondIn(words, at, today)}</span>
        <span>{said.key(label ?? key)}</span>
        <span>{version === null ? said.noVersion : said.version(version)}</span>
      </p>
      <section className="part">
        <Heading level={2} data-size="sm">
          {said.why}
        </Heading>
        <Paragraph>
          {said.answered} {detail}
        </Paragraph>
        <Reasons problems={problems} />
      </section>
      <section className="part long-text">
        <Heading level={2} data-size="sm">
          {said.body}
        </Heading>
        {body === null && <Paragraph>{said.noBody}</Paragraph>}
        {body !== null && (
          <CommandLine label={said.body} command={body} copy={statement.copy} copied={statement.copied} />
        )}
        <Paragraph className="quiet">
          {isCut && said.cut} {said.kept}
        </Paragraph>
      </section>
    </Page>
  );
}

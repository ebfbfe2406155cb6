import { retention, setRetention, tryRetention } from '@kursdugnad/core/contract/lrs.js';
import type { RetentionCategory } from '@kursdugnad/core/runtime/retention.js';
import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { data, Link, redirect } from 'react-router';
import type { Route } from './+types/retention.js';
import { api } from '../server/api.server.js';
import { formText } from '../server/form-text.server.js';
import { notDone, notUnderstood } from '../server/not-done.server.js';
import { momentIn } from '../ui/dates.js';
import { TextField } from '../ui/fields.js';
import { KeptForm, useSending } from '../ui/kept-form.js';
import { Page } from '../ui/page.js';
import { wordsIn } from '../words/all.server.js';
import { useWords } from '../words/words.js';
import { languageOfCaller } from './language-of-caller.server.js';
import { RetentionCounts, type Trial } from './retention-counts.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  const found = await api(request, context).call(retention, {});
  return { ...found, isSaved: new URL(request.url).searchParams.has('lagret') };
}

/** As the form has them. */
const categories: RetentionCategory[] = ['answers', 'progress', 'evidence', 'other'];

/** First the numbers of these rules, then, when they have been seen, the rules themselves. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const asked = tryRetention.body.safeParse({
    rules: categories.map((category) => ({ category, months: monthsIn(formText(form, category)) })),
  });
  if (!asked.success) {
    const { problem } = wordsIn(await languageOfCaller(request, context)).lrs.retention;
    const wrong = asked.error.issues.map(({ path }) => ({ path: [categories[Number(path[1])] ?? ''] }));
    return notUnderstood({ issues: wrong } as typeof asked.error, form, () => problem);
  }
  const client = api(request, context);
  try {
    if (formText(form, 'do') !== 'save') return data({ trial: (await client.call(tryRetention, asked.data)).counts });
    await client.call(setRetention, asked.data);
    return redirect('/administrasjon/oppbevaring?lagret=ja', 303);
  } catch (error) {
    return notDone(error, form);
  }
}

/** Empty: for good. */
function monthsIn(text: string): number | null {
  return text.trim() === '' ? null : Number(text.trim());
}

export default function Retention({ loaderData, actionData }: Route.ComponentProps) {
  const { retention: words } = useWords().lrs;
  if (actionData && 'trial' in actionData) return <BeforeSaving trial={actionData.trial} />;
  return (
    <Page title={words.title} introduction={words.introduction} narrow>
      {loaderData.isSaved && (
        <Alert data-color="success" role="status">
          {words.saved}
        </Alert>
      )}
      <LastRun lastRun={loaderData.lastRun} />
      <KeptForm notDone={actionData ?? null} className="tall-form">
        {loaderData.rules.map(({ category, months }) => (
          <TextField
            key={category}
            name={category}
            label={words.categories[category].name}
            hint={words.categories[category].what}
            startValue={months === null ? '' : String(months)}
            inputMode="numeric"
          />
        ))}
        <Paragraph>{words.monthsNote}</Paragraph>
        <Button type="submit" name="do" value="try" aria-disabled={useSending()}>
          {words.tryIt}
        </Button>
      </KeptForm>
    </Page>
  );
}

function LastRun({ lastRun }: { lastRun: Route.ComponentProps['loaderData']['lastRun'] }) {
  const words = useWords();
  const { retention: said } = words.lrs;
  return (
    <Paragraph>
      {lastRun === null ? said.neverRun : said.lastRun(momentIn(words, lastRun.at), lastRun.removed)}
    </Paragraph>
  );
}

/** What the rules would take away today, before anything is saved. */
function BeforeSaving({ trial }: { trial: Trial }) {
  const { retention: words } = useWords().lrs;
  const isSending = useSending();
  return (
    <Page title={words.trial.title} introduction={words.trial.introduction} narrow>
      <RetentionCounts trial={trial} />
      <Heading level={2} data-size="sm">
        {words.trial.sure}
      </Heading>
      <Paragraph>{words.trial.what}</Paragraph>
      <KeptForm notDone={null} className="form-end">
        {trial.map(({ category, months }) => (
          <input key={category} type="hidden" name={category} value={months ?? ''} />
        ))}
        <Button type="submit" name="do" value="save" data-color="danger" aria-disabled={isSending}>
          {words.trial.yes}
        </Button>
        <Link className="ds-link" to="/administrasjon/oppbevaring">
          {words.trial.no}
        </Link>
      </KeptForm>
    </Page>
  );
}

import { checkDraft, readDraft, saveDraftText } from '@kursdugnad/core/contract/authoring.js';
import { languageSchema } from '@kursdugnad/core/course/course.js';
import { lazy, Suspense } from 'react';
import { data, type LinksFunction, redirect } from 'react-router';
import type { Route } from './+types/draft.js';
import { api } from '../server/api.server.js';
import { formText } from '../server/form-text.server.js';
import { notDone } from '../server/not-done.server.js';
import style from '../style/editor.css?url';
import { useAlive } from '../ui/alive.js';
import { useWords } from '../words/words.js';
import { PlainDraft } from './plain-draft.js';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: style }];

/** With the text editor in it: fetched on this page only. */
const OpenDraft = lazy(() => import('./editor/open-draft.js'));

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const client = api(request, context);
  const [read, checked] = await Promise.all([
    client.call(readDraft, { draft: params.draft }),
    client.call(checkDraft, { draft: params.draft }),
  ]);
  const path = new URL(request.url).searchParams.get('fil') ?? 'guide.md';
  const file = read.files.find((one) => one.path === path);
  if (!file || !path.endsWith('.md')) throw data(null, { status: 404 });
  const { language } = checked.about[path] ?? {};
  return { read, checked, path, text: file.text, language: languageSchema.safeParse(language).data ?? 'nb' };
}

/** The form without script. What somebody else has saved meanwhile comes back beside what was typed. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const path = formText(form, 'path');
  try {
    const text = formText(form, 'text').replaceAll('\r\n', '\n');
    await api(request, context).call(saveDraftText, {
      draft: params.draft,
      path,
      text,
      basedOn: Number(formText(form, 'basedOn')),
    });
    return redirect(`/mine-kurs/utkast/${params.draft}?fil=${path}`);
  } catch (error) {
    return notDone(error, form);
  }
}

export default function Draft({ loaderData, actionData }: Route.ComponentProps) {
  const { frame } = useWords();
  const isAlive = useAlive();
  const { read, path } = loaderData;
  const plain = <PlainDraft {...loaderData} notDone={actionData} />;
  return (
    <div className="editor">
      <title>{`${read.draft.title} – ${frame.product}`}</title>
      {isAlive && loaderData.text !== null ? (
        <Suspense fallback={plain}>
          <OpenDraft key={`${read.draft.id} ${path}`} {...loaderData} text={loaderData.text} />
        </Suspense>
      ) : (
        plain
      )}
    </div>
  );
}

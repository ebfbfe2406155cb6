import { Breadcrumbs } from '../ui/breadcrumbs.js';
import { useWords } from '../words/words.js';

/** The way up from what belongs to a draft. */
export function DraftCrumbs({ draft }: { draft: { id: string; title: string } }) {
  const { author } = useWords();
  const places = [
    { to: '/mine-kurs', name: author.title },
    { to: `/mine-kurs/utkast/${draft.id}`, name: draft.title },
  ];
  return <Breadcrumbs label={author.youAreHere} places={places} />;
}

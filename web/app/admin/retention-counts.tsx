import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import type { tryRetention } from '@kursdugnad/core/contract/lrs.js';
import { grouped } from '../ui/grouped.js';
import { WideTable } from '../ui/wide-table.js';
import { useWords } from '../words/words.js';

export type Trial = Answered<typeof tryRetention>['counts'];

/** How much of each category goes, and how much stays because something rests on it. */
export function RetentionCounts({ trial }: { trial: Trial }) {
  const { retention: words } = useWords().lrs;
  const { trial: said, categories } = words;
  const head = (
    <tr>
      <th scope="col">{said.category}</th>
      <th scope="col">{said.months}</th>
      <th scope="col">{said.stored}</th>
      <th scope="col">{said.go}</th>
      <th scope="col">{said.stays}</th>
    </tr>
  );
  return (
    <WideTable caption={said.title} head={head}>
      {trial.map(({ category, months, stored, go, kept }) => (
        <tr key={category}>
          <th scope="row">{categories[category].name}</th>
          <td>{months === null ? said.forGood : grouped(months)}</td>
          <td>{grouped(stored)}</td>
          <td>{grouped(go)}</td>
          <td>{grouped(kept)}</td>
        </tr>
      ))}
    </WideTable>
  );
}

import { reasonIn } from '@kursdugnad/core/catalogue/change-words.js';
import type { Redo } from '@kursdugnad/core/catalogue/version-changes.js';
import type { Foreseen } from '@kursdugnad/core/contract/new-version.js';
import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { VersionNews } from '../catalogue/version-news.js';
import { useWords } from '../words/words.js';

/** What publishing would change, and which parts the author wants done again: the machine's proposal is ticked. */
export function DraftChanges({ foreseen: { last, changes, proposal } }: { foreseen: Foreseen }) {
  const { versions } = useWords();
  const words = versions.publish;
  if (last === null || changes.length === 0) return null;
  const cosmetic = changes.filter(({ kind }) => kind === 'cosmetic').length;
  const isOnlyWords = cosmetic === changes.length;
  return (
    <section className="part draft-changes">
      <Heading level={2} data-size="xs">
        {words.title}
      </Heading>
      <VersionNews version={{ changes: changes.filter(({ kind }) => kind !== 'cosmetic'), redo: [] }} />
      {isOnlyWords && <Paragraph>{words.onlyWords}</Paragraph>}
      {!isOnlyWords && cosmetic > 0 && <Paragraph>{words.cosmetic(cosmetic)}</Paragraph>}
      <Paragraph>{words.kept}</Paragraph>
      {!isOnlyWords && <WhatAgain changes={changes} proposal={proposal} />}
    </section>
  );
}

/** By fields of the form: `redo` once for each part, `redo-all`, and `decided`, since what is not ticked is not sent. */
function WhatAgain({ changes, proposal }: Pick<Foreseen, 'changes' | 'proposal'>) {
  const { versions, language } = useWords();
  const words = versions.publish;
  const mayBeDone = changes.filter(({ kind, part }) => kind === 'changed' && part !== 'guide');
  const isProposed = ({ id, proposal: its }: Foreseen['changes'][number]) =>
    proposal === 'all' ? its === 'redo' : proposal.includes(id);
  return (
    <fieldset className="ds-fieldset">
      <legend className="ds-label">{words.ask}</legend>
      <p className="quiet">{words.askHint}</p>
      <input type="hidden" name="decided" value="yes" />
      {mayBeDone.map((change) => (
        <Tick
          key={change.id}
          name="redo"
          value={change.id}
          label={change.title}
          hint={reasonIn(language, change)}
          isTicked={isProposed(change)}
        />
      ))}
      <Tick name="redo-all" value="yes" label={words.all} hint={words.allHint} isTicked={proposal === 'all'} />
    </fieldset>
  );
}

interface TickProps {
  name: string;
  value: string;
  label: string;
  hint: string;
  isTicked: boolean;
}

function Tick({ name, value, label, hint, isTicked }: TickProps) {
  const id = `${name}-${value}`;
  return (
    <div className="ds-field change-tick">
      <input
        className="ds-input"
        type="checkbox"
        id={id}
        name={name}
        value={value}
        defaultChecked={isTicked}
        aria-describedby={`${id}-hint`}
      />
      <label className="ds-label" data-weight="regular" htmlFor={id}>
        {label}
      </label>
      <div id={`${id}-hint`} className="quiet">
        {hint}
      </div>
    </div>
  );
}

/** What the form says is to be done again; undefined where nobody was asked. */
export function redoIn(form: FormData): Redo | undefined {
  if (form.get('decided') === null) return undefined;
  if (form.get('redo-all') !== null) return 'all';
  return form.getAll('redo').filter((id) => typeof id === 'string');
}

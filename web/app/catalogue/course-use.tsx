import type { CatalogueItem } from '@kursdugnad/core/contract/catalogue.js';
import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { Form, Link } from 'react-router';
import { usePerson } from '../frame/person.js';
import { useSending } from '../ui/kept-form.js';
import { StatusSign } from '../ui/status-sign.js';
import { useWords } from '../words/words.js';

/** What came of taking a guide into use or out of it. */
export type Changed = { kind: 'adopted' | 'leftOff' | 'filledIn' } | { kind: 'refused'; why: string };

interface CourseUseProps {
  item: CatalogueItem;
  /** What each municipality fills in: how many things, and which of them this one lacks. */
  localFacts: { count: number; missing: string[] };
  changed: Changed | undefined;
}

/** Whether the guide is in use here, and the next step: look, take into use, tie it to a role. */
export function CourseUse({ item, localFacts, changed }: CourseUseProps) {
  const { catalogue } = useWords();
  const { course: words } = catalogue;
  const isCoordinator = usePerson()?.rights.includes('coordinator') ?? false;
  return (
    <div className="course-use">
      <Outcome changed={changed} />
      <StatusSign sign={item.inUse ? 'done' : 'open'}>
        {item.inUse ? catalogue.inUseHere : catalogue.notInUseHere}
      </StatusSign>
      {isCoordinator && <Missing missing={localFacts.missing} inUse={item.inUse} />}
      {isCoordinator && item.inUse && localFacts.missing.length === 0 && <Paragraph>{words.nextNote}</Paragraph>}
      {!isCoordinator && !item.inUse && <Paragraph>{words.onlyCoordinator}</Paragraph>}
      <div className="form-end">
        {isCoordinator && <MainStep item={item} isReady={localFacts.missing.length === 0} />}
        <Button asChild variant="secondary">
          <a href={`/katalog/${item.id}/gjennomsyn`}>{words.lookThrough}</a>
        </Button>
        {isCoordinator && localFacts.count > 0 && localFacts.missing.length === 0 && (
          <Link className="ds-link" to={`/katalog/${item.id}/opplysninger`}>
            {catalogue.localFacts.title}
          </Link>
        )}
      </div>
    </div>
  );
}

/** What is to be filled in first. */
function Missing({ missing, inUse }: { missing: string[]; inUse: boolean }) {
  const { localFacts: words } = useWords().catalogue;
  if (missing.length === 0) return null;
  return (
    <Alert data-color="warning">
      <Paragraph>{inUse ? words.missingInUse : words.missing}</Paragraph>
      <ul>
        {missing.map((description) => (
          <li key={description}>{description}</li>
        ))}
      </ul>
    </Alert>
  );
}

function MainStep({ item, isReady }: { item: CatalogueItem; isReady: boolean }) {
  const { course: words, localFacts } = useWords().catalogue;
  const sending = useSending();
  if (!isReady) {
    return (
      <Button asChild>
        <Link to={`/katalog/${item.id}/opplysninger`}>{localFacts.fillIn}</Link>
      </Button>
    );
  }
  if (item.inUse) {
    return (
      <Button asChild>
        <Link to={`/kompetansekrav/nytt?kurs=${item.id}`}>{words.next}</Link>
      </Button>
    );
  }
  return (
    <Form method="post">
      <Button type="submit" name="gjor" value="ta-i-bruk" aria-disabled={sending}>
        {sending ? words.adopting : words.adopt}
      </Button>
    </Form>
  );
}

function Outcome({ changed }: { changed: Changed | undefined }) {
  const { course: words } = useWords().catalogue;
  if (!changed) return null;
  if (changed.kind === 'refused') {
    return (
      <Alert data-color="danger" role="alert">
        {words.refused(changed.why)}
      </Alert>
    );
  }
  return (
    <Alert data-color="success" role="status">
      {words[changed.kind]}
    </Alert>
  );
}

/** Not for one's own guides: they are in use for as long as they are published. */
export function TakeOutOfUse({ item }: { item: CatalogueItem }) {
  const { course: words } = useWords().catalogue;
  const person = usePerson();
  const sending = useSending();
  const isOwn = item.municipality.name === person?.municipalityName;
  if (!item.inUse || isOwn || !person?.rights.includes('coordinator')) return null;
  return (
    <Form method="post" className="take-out">
      <Paragraph id="ta-ut-merknad">{words.leaveOffNote}</Paragraph>
      <Button
        type="submit"
        name="gjor"
        value="ta-ut"
        variant="tertiary"
        data-color="danger"
        aria-describedby="ta-ut-merknad"
        aria-disabled={sending}
      >
        {words.leaveOff}
      </Button>
    </Form>
  );
}

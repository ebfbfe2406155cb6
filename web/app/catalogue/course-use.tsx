import type { CatalogueItem } from '@kursdugnad/core/contract/catalogue.js';
import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { Form, Link } from 'react-router';
import { usePerson } from '../frame/person.js';
import { useSending } from '../ui/kept-form.js';
import { StatusSign } from '../ui/status-sign.js';
import { useWords } from '../words/words.js';

/** What came of taking a guide into use or out of it. */
export type Changed = { kind: 'adopted' | 'leftOff' } | { kind: 'refused'; why: string };

interface CourseUseProps {
  item: CatalogueItem;
  changed: Changed | undefined;
}

/** Whether the guide is in use here, and the next step: look, take into use, tie it to a role. */
export function CourseUse({ item, changed }: CourseUseProps) {
  const { catalogue } = useWords();
  const { course: words } = catalogue;
  const isCoordinator = usePerson()?.rights.includes('coordinator') ?? false;
  return (
    <div className="course-use">
      <Outcome changed={changed} />
      <StatusSign sign={item.inUse ? 'done' : 'open'}>
        {item.inUse ? catalogue.inUseHere : catalogue.notInUseHere}
      </StatusSign>
      {isCoordinator && item.inUse && <Paragraph>{words.nextNote}</Paragraph>}
      {!isCoordinator && !item.inUse && <Paragraph>{words.onlyCoordinator}</Paragraph>}
      <div className="form-end">
        {isCoordinator && <MainStep item={item} />}
        <Button asChild variant="secondary">
          <a href={`/katalog/${item.id}/gjennomsyn`}>{words.lookThrough}</a>
        </Button>
      </div>
    </div>
  );
}

function MainStep({ item }: { item: CatalogueItem }) {
  const { course: words } = useWords().catalogue;
  const sending = useSending();
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

import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { LiveCell } from '@kursdugnad/core/contract/teams.js';
import { EventLine } from '../http/event-line.js';
import type { Reply } from '../http/request.js';

/** One open page that follows a unit. */
export class LiveLine extends EventLine {
  /** Who works in the unit; events wait until it is known. */
  private people: Promise<ReadonlySet<string>> = Promise.resolve(new Set<string>());

  constructor(
    readonly caller: Caller,
    readonly unit: string,
    reply: Reply,
  ) {
    super(reply);
  }

  /** From now on events are for those whom `people` finds. */
  follow(people: Promise<ReadonlySet<string>>): void {
    this.people = people;
    people.catch(() => {
      this.close();
    });
  }

  tellCell(cell: LiveCell): void {
    void this.people.then(
      (people) => {
        if (people.has(cell.person)) this.tell('cell', cell);
      },
      () => undefined,
    );
  }

  /** The table must be read again, if the person is in it. */
  tellAbout(person: string): void {
    void this.people.then(
      (people) => {
        if (people.has(person)) this.tellPeople();
      },
      () => undefined,
    );
  }

  /** The table must be read again. */
  tellPeople(): void {
    this.tell('people', {});
  }
}

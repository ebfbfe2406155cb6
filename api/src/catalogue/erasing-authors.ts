import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Erasures } from '../people/erasure/erasures.js';
import { AdoptionRow, CourseVersionRow, LocalFactChangeRow } from './catalogue.tables.js';

/** What somebody has published stays, without saying who it was. What stands in the guide itself is the guide's. */
@Injectable()
export class ErasingAuthors implements OnModuleInit {
  constructor(@Inject(Erasures) private readonly erasures: Erasures) {}

  onModuleInit(): void {
    this.erasures.onErased(({ municipality, person, anonymous }) =>
      Promise.resolve(async ({ manager }) => {
        const nobody = { publishedBy: anonymous, author: '' };
        await manager.update(CourseVersionRow, { municipality, publishedBy: person }, nobody);
        await manager.update(AdoptionRow, { municipality, adoptedBy: person }, { adoptedBy: anonymous });
        await manager.update(LocalFactChangeRow, { municipality, changedBy: person }, { changedBy: anonymous });
        return {};
      }),
    );
  }
}

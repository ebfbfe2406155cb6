import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Erasures } from '../people/erasure/erasures.js';
import { FulfilmentRow, RequirementRow } from './competence.tables.js';

/** Who works nowhere is asked for nothing: fulfilments go with the employment. Here they are counted. */
@Injectable()
export class ErasingFulfilments implements OnModuleInit {
  constructor(@Inject(Erasures) private readonly erasures: Erasures) {}

  onModuleInit(): void {
    this.erasures.onErased(({ municipality, person, anonymous }) =>
      Promise.resolve(async ({ manager }) => {
        const fulfilments = await manager.countBy(FulfilmentRow, { municipality, person });
        await manager.update(RequirementRow, { municipality, statedBy: person }, { statedBy: anonymous });
        return { fulfilments };
      }),
    );
  }
}

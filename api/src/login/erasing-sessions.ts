import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Erasures } from '../people/erasure/erasures.js';
import { PersonalTokenRow, SessionRow } from './login.tables.js';

/** Whoever is erased is signed out, everywhere. */
@Injectable()
export class ErasingSessions implements OnModuleInit {
  constructor(@Inject(Erasures) private readonly erasures: Erasures) {}

  onModuleInit(): void {
    this.erasures.onErased(({ municipality, person }) =>
      Promise.resolve(async ({ manager }) => {
        await manager.delete(SessionRow, { municipality, person });
        await manager.delete(PersonalTokenRow, { municipality, person });
        return {};
      }),
    );
  }
}

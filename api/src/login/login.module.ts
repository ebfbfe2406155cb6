import { Global, Module } from '@nestjs/common';
import { Callers } from '../http/callers.js';
import { PeopleModule } from '../people/people.module.js';
import { DemoPeople } from './demo-people.js';
import { ErasingSessions } from './erasing-sessions.js';
import { LoginController } from './login.controller.js';
import { Sessions } from './sessions.js';

@Global()
@Module({
  imports: [PeopleModule],
  controllers: [LoginController],
  providers: [Sessions, DemoPeople, ErasingSessions, { provide: Callers, useExisting: Sessions }],
  exports: [Sessions, DemoPeople, Callers],
})
export class LoginModule {}

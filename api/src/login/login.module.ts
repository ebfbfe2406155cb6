import { Global, Module } from '@nestjs/common';
import { Callers } from '../http/callers.js';
import { PeopleModule } from '../people/people.module.js';
import { DemoPeople } from './demo-people.js';
import { LoginController } from './login.controller.js';
import { Sessions } from './sessions.js';

@Global()
@Module({
  imports: [PeopleModule],
  controllers: [LoginController],
  providers: [Sessions, DemoPeople, { provide: Callers, useExisting: Sessions }],
  exports: [Sessions, DemoPeople, Callers],
})
export class LoginModule {}

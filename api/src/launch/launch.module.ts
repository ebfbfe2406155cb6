import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { PeopleModule } from '../people/people.module.js';
import { LrsModule } from '../lrs/lrs.module.js';
import { Carrying } from './carrying.js';
import { CompletionKeeper } from './completion-keeper.js';
import { CourseUse } from './course-use.js';
import { CourseUseController } from './course-use.controller.js';
import { EarlierCompletions } from './earlier-completions.js';
import { ErasingRegistrations } from './erasing-registrations.js';
import { ImportedRegistrations } from './imported-registrations.js';
import { KeptForCompletions } from './kept-for-completions.js';
import { LaunchController } from './launch.controller.js';
import { Recomputing } from './recomputing.js';
import { Recorder } from './recorder.js';
import { Registrations } from './registrations.js';
import { RunHistories } from './run-histories.js';
import { SignOffs } from './sign-offs.js';

@Module({
  imports: [PeopleModule, LrsModule, CatalogueModule],
  controllers: [LaunchController, CourseUseController],
  providers: [
    Registrations,
    Recorder,
    SignOffs,
    Carrying,
    RunHistories,
    CompletionKeeper,
    EarlierCompletions,
    Recomputing,
    KeptForCompletions,
    ImportedRegistrations,
    ErasingRegistrations,
    CourseUse,
  ],
  exports: [Registrations],
})
export class LaunchModule {}

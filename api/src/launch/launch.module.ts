import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { LrsModule } from '../lrs/lrs.module.js';
import { CompletionKeeper } from './completion-keeper.js';
import { CourseUse } from './course-use.js';
import { CourseUseController } from './course-use.controller.js';
import { EarlierCompletions } from './earlier-completions.js';
import { LaunchController } from './launch.controller.js';
import { Recomputing } from './recomputing.js';
import { Recorder } from './recorder.js';
import { Registrations } from './registrations.js';

@Module({
  imports: [LrsModule, CatalogueModule],
  controllers: [LaunchController, CourseUseController],
  providers: [Registrations, Recorder, CompletionKeeper, EarlierCompletions, Recomputing, CourseUse],
  exports: [Registrations],
})
export class LaunchModule {}

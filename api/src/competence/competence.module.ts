import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { LaunchModule } from '../launch/launch.module.js';
import { PeopleModule } from '../people/people.module.js';
import { Competence } from './competence.js';
import { CompetenceController } from './competence.controller.js';
import { ErasingFulfilments } from './erasing-fulfilments.js';
import { Fulfilments } from './fulfilments.js';
import { MyGuidesController } from './my-guides.controller.js';

@Module({
  imports: [PeopleModule, CatalogueModule, LaunchModule],
  controllers: [CompetenceController, MyGuidesController],
  providers: [Competence, Fulfilments, ErasingFulfilments],
  exports: [Competence],
})
export class CompetenceModule {}

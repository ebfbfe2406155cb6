import { Module } from '@nestjs/common';
import { StorageModule } from '../storage/storage.module.js';
import { Catalogue } from './catalogue.js';
import { CatalogueController } from './catalogue.controller.js';
import { PeopleModule } from '../people/people.module.js';
import { ErasingAuthors } from './erasing-authors.js';
import { MediaController } from './media.controller.js';
import { Publishing } from './publishing.js';
import { Versions } from './versions.js';

@Module({
  imports: [PeopleModule, StorageModule],
  controllers: [CatalogueController, MediaController],
  providers: [Catalogue, Publishing, Versions, ErasingAuthors],
  exports: [Catalogue],
})
export class CatalogueModule {}

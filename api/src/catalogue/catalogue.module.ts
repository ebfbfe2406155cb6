import { Module } from '@nestjs/common';
import { StorageModule } from '../storage/storage.module.js';
import { Catalogue } from './catalogue.js';
import { CatalogueController } from './catalogue.controller.js';
import { PeopleModule } from '../people/people.module.js';
import { ErasingAuthors } from './erasing-authors.js';
import { FillingIn } from './filling-in.js';
import { Foreseeing } from './foreseeing.js';
import { LocalFactsController } from './local-facts.controller.js';
import { LocalFacts } from './local-facts.js';
import { MediaController } from './media.controller.js';
import { Publishing } from './publishing.js';
import { Versions } from './versions.js';

@Module({
  imports: [PeopleModule, StorageModule],
  controllers: [CatalogueController, LocalFactsController, MediaController],
  providers: [Catalogue, Publishing, Foreseeing, Versions, LocalFacts, FillingIn, ErasingAuthors],
  exports: [Catalogue, Foreseeing, LocalFacts],
})
export class CatalogueModule {}

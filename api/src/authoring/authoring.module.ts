import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { PeopleModule } from '../people/people.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { Beginning } from './beginning.js';
import { DraftContents } from './draft-contents.js';
import { DraftFilesController } from './draft-files.controller.js';
import { Drafts } from './drafts.js';
import { DraftsController } from './drafts.controller.js';
import { ErasingDrafts } from './erasing-drafts.js';
import { OpenDrafts } from './open-drafts.js';
import { Revisions } from './revisions.js';
import { Writing } from './writing.js';

@Module({
  imports: [PeopleModule, StorageModule, CatalogueModule],
  controllers: [DraftsController, DraftFilesController],
  providers: [Drafts, DraftContents, Beginning, Writing, Revisions, OpenDrafts, ErasingDrafts],
})
export class AuthoringModule {}

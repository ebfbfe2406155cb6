import { Module } from '@nestjs/common';
import { StorageModule } from '../storage/storage.module.js';
import { Catalogue } from './catalogue.js';
import { CatalogueController } from './catalogue.controller.js';
import { MediaController } from './media.controller.js';
import { Publishing } from './publishing.js';
import { Versions } from './versions.js';

@Module({
  imports: [StorageModule],
  controllers: [CatalogueController, MediaController],
  providers: [Catalogue, Publishing, Versions],
  exports: [Catalogue],
})
export class CatalogueModule {}

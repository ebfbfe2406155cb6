import { Module } from '@nestjs/common';
import { Storage } from './storage.js';

@Module({ providers: [Storage], exports: [Storage] })
export class StorageModule {}

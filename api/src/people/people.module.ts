import { Module } from '@nestjs/common';
import { ErasureController } from './erasure/erasure.controller.js';
import { Erasures } from './erasure/erasures.js';
import { People } from './people.js';

@Module({ controllers: [ErasureController], providers: [People, Erasures], exports: [People, Erasures] })
export class PeopleModule {}

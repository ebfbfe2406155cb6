import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Alone } from './alone.js';
import { Announcements } from './announcements.js';
import { connections } from './connections.js';
import { Database } from './database.js';

@Global()
@Module({})
export class DatabaseModule {
  /** `tables`: the entities of all rooms above; this room knows none of them. */
  static for(
    settings: { databaseUrl: string | undefined; dataDir: string },
    tables: (new () => object)[],
  ): DynamicModule {
    const { writer, reader } = connections(settings, tables);
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({ ...writer, migrationsRun: true, retryAttempts: 0 }),
        ...(reader ? [TypeOrmModule.forRoot({ ...reader, name: 'reader', retryAttempts: 0 })] : []),
      ],
      providers: [Database, Announcements, Alone],
      exports: [Database, Announcements, Alone],
    };
  }
}

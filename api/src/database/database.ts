import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit, Optional } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { positional, type Sql, type SqlParameters } from './sql.js';
import { PostgresReader } from './postgres-reader.js';
import { SqliteReader } from './sqlite-reader.js';
import { Writer } from './writer.js';

/** What can be asked of the database, inside a transaction or outside. */
export interface Reading {
  /** Rows of a `.sql` file. Numbers are numbers and truth is 0 or 1 in both databases. */
  query<Row>(sql: Sql, parameters?: SqlParameters): Promise<Row[]>;
  /** By key: `findOneBy`, `existsBy`. */
  manager: EntityManager;
}

/** A running transaction. `manager` has the ORM's insert, update, upsert and delete. */
export interface Transaction extends Reading {
  /** Runs when the transaction is durable, and not at all when it is rolled back. Must not throw. */
  afterCommit(work: () => void): void;
  /** Runs when the transaction has ended, durable or not. Must not throw. */
  afterwards(work: () => void): void;
}

/** Milliseconds after which a database that says nothing is not ready. */
const longestSilence = 3000;

/** The front door of this room: consistent reads, durable writes, the same on SQLite and PostgreSQL. */
@Injectable()
export class Database implements Reading, OnModuleInit, OnApplicationShutdown {
  readonly driver: 'sqlite' | 'postgres';
  private readonly writer: Writer;
  private readonly straight: SqliteReader | PostgresReader;

  constructor(
    @Inject(getDataSourceToken()) readonly source: DataSource,
    /** SQLite reads on a connection of its own, so that it never sees what is not committed. */
    @Optional() @Inject(getDataSourceToken('reader')) private readonly reader: DataSource | undefined,
  ) {
    this.driver = source.options.type === 'postgres' ? 'postgres' : 'sqlite';
    this.writer = new Writer(source, this.driver);
    this.straight = reader ? new SqliteReader(reader) : new PostgresReader(source);
  }

  async onModuleInit(): Promise<void> {
    // The tables are up to date. From now on the writer itself does the waiting for another process's lock.
    if (this.driver === 'sqlite') await this.source.query('PRAGMA busy_timeout = 0');
  }

  get manager(): EntityManager {
    return (this.reader ?? this.source).manager;
  }

  query<Row>(sql: Sql, parameters: SqlParameters = {}): Promise<Row[]> {
    const { text, values, isFixed } = positional(sql, parameters, this.driver);
    return this.straight.query(text, values, isFixed);
  }

  /**
   * Runs the work in a transaction and resolves when it is durable. On SQLite, works that wait at the same time share
   * one commit, each in a savepoint of its own: one that throws takes nothing with it but itself.
   */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.writer.run(work);
  }

  /** Whether the database answers. */
  async isReady(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), longestSilence);
    });
    const answer = this.query({ text: 'SELECT 1 FROM migration LIMIT 1' }).then(
      () => true,
      () => false,
    );
    return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.writer.drained();
  }
}

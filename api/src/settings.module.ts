import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Settings } from './settings.js';

/** What is decided from outside, for the rooms that ask for it: `@Inject(Decided) settings: Settings`. */
export const Decided = Symbol('Settings');

@Global()
@Module({})
export class SettingsModule {
  static for(settings: Settings): DynamicModule {
    return { module: SettingsModule, providers: [{ provide: Decided, useValue: settings }], exports: [Decided] };
  }
}

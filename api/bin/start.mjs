#!/usr/bin/env node
// `npm start`: builds what is not built or has changed since, then serves.
import { buildWhatChanged } from './build.mjs';

process.env.NODE_ENV ??= 'production';
await buildWhatChanged();
await import('../dist/main.js');

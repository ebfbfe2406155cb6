import type { Language } from '@kursdugnad/core/course/course.js';
import { accessibility } from './accessibility.js';
import { admin } from './admin.js';
import { asking } from './asking.js';
import { author } from './author.js';
import { catalogue } from './catalogue.js';
import { competence } from './competence.js';
import { editor } from './editor.js';
import { frame } from './frame.js';
import { insertable } from './insertable.js';
import { learn } from './learn.js';
import { login } from './login.js';
import { lrs } from './lrs.js';
import { team } from './team.js';
import { time } from './time.js';
import { versions } from './versions.js';

export const words = {
  language: 'nb' as Language,
  frame,
  time,
  login,
  learn,
  team,
  competence,
  catalogue,
  author,
  versions,
  editor,
  asking,
  insertable,
  admin,
  lrs,
  accessibility,
};

import type { Words } from '../words.js';
import { accessibility } from './accessibility.js';
import { admin } from './admin.js';
import { author } from './author.js';
import { catalogue } from './catalogue.js';
import { competence } from './competence.js';
import { frame } from './frame.js';
import { learn } from './learn.js';
import { login } from './login.js';
import { team } from './team.js';
import { time } from './time.js';

export const words: Words = {
  language: 'nn',
  frame,
  time,
  login,
  learn,
  team,
  competence,
  catalogue,
  author,
  admin,
  accessibility,
};

import type { Language } from '@kursdugnad/core/course/course.js';
import { accessibility } from './accessibility.js';
import { frame } from './frame.js';
import { learn } from './learn.js';
import { login } from './login.js';
import { time } from './time.js';

export const words = { language: 'nb' as Language, frame, time, login, learn, accessibility };

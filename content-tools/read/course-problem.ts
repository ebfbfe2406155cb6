import type { Acceptance } from '@kursdugnad/core/course/acceptance.js';
import type { Course } from '@kursdugnad/core/course/course.js';

/** 1-based; columns count UTF-16 units, as editors do. Line 1, column 1 where a whole file is meant. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** Something an author should know, in plain Bokmål: what, where, and how to mend it. */
export interface CourseProblem extends Place {
  /** Stable id of the rule in `read/rules/all-rules.ts`. */
  rule: string;
  severity: 'error' | 'warning';
  message: string;
  mend: string;
  /** Who answers for publishing with this error. It is then told as a warning. */
  accepted?: Acceptance;
}

/** `course` is null exactly when a problem is an error. */
export interface ReadCourse {
  course: Course | null;
  problems: CourseProblem[];
}

import type { Course } from '../course/course.js';
import type { LearnerRecord } from './learner-record.js';
import { standing } from './standing.js';

/** What another system is told about a learner: the same that our own completion record would say. */
export interface LmsReport {
  completed: boolean;
  /** Failed stays while the questions are taken again. */
  success: 'passed' | 'failed' | 'unknown';
  /** Of all the questions once each is answered, 0 to 1; null before that. */
  scaled: number | null;
  /** 0 to 1. */
  progress: number;
}

/** `course` as drawn for this learner. */
export function lmsReport(course: Course, record: LearnerRecord): LmsReport {
  const { completed, success, score, progress, missing, attempt } = standing(course, record);
  const isAnswered = !missing.some(({ kind }) => kind === 'question');
  return {
    completed,
    success: success === 'unknown' && attempt > 1 ? 'failed' : success,
    scaled: isAnswered && score ? score.scaled : null,
    progress,
  };
}

/**
 * SCORM 1.2 has one word for both. `passed` says completed too, so one who has passed but has more to do is `incomplete`.
 * The score is told together with a verdict only: a system that knows the pass mark judges by it when the learner leaves.
 */
export function lessonStatus(course: Course, report: LmsReport): { status: string; raw: number | null } {
  const raw = report.scaled === null ? null : Math.floor(report.scaled * 1e6 + 1e-6) / 1e4;
  if (report.completed) return { status: course.passMark === undefined ? 'completed' : 'passed', raw };
  if (report.success === 'failed') return { status: 'failed', raw };
  return { status: 'incomplete', raw: report.success === 'passed' ? null : raw };
}

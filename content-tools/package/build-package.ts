import type { Course, Language } from '@kursdugnad/core/course/course.js';
import type { FactValues } from '@kursdugnad/core/course/facts.js';
import { cmi5Structure } from '@kursdugnad/core/packaging/cmi5-structure.js';
import { packagedCourse } from '@kursdugnad/core/packaging/packaged-course.js';
import { scorm12Manifest } from '@kursdugnad/core/packaging/scorm12-manifest.js';
import { scorm2004Manifest, type Scorm2004Edition } from '@kursdugnad/core/packaging/scorm2004-manifest.js';
import { largestState, stateLimits } from '@kursdugnad/core/runtime/state-size.js';
import { packageAssets } from '../player-assets/player-assets.js';
import type { CourseFiles } from '../read/course-files.js';
import { launchPage, packagePages, printPage } from './package-pages.js';
import { zipped } from './zipped.js';

export const packageTargets = ['scorm12', 'scorm2004', 'cmi5', 'web'] as const;
export type PackageTarget = (typeof packageTargets)[number];

export interface PackageOptions {
  /** Of SCORM 2004; the fourth unless another is asked for. */
  edition?: Scorm2004Edition;
  /** What a municipality has filled in; otherwise the guide's own defaults. */
  facts?: FactValues;
}

/** The guide is too much for what the system can remember of a learner. */
export interface StateTooLarge {
  tooLarge: { largest: number; limit: number };
}

/** Makes packages of one course: the pages are made once, whatever it is packed for. */
export interface PackageMaker {
  /** A zip; the same course and files give the same bytes. */
  make(target: PackageTarget): Promise<Buffer | StateTooLarge>;
  /** The page of one edition with all that it shows, to print. */
  printed(language: Language): ReadonlyMap<string, Buffer>;
}

/** `files` are those of the course folder; only what `course.media` names comes along. */
export function packageMaker(whole: Course, files: CourseFiles, options: PackageOptions = {}): PackageMaker {
  const course = packagedCourse(whole);
  const media = course.media.map(({ path }): [string, Buffer] => [path, files.get(path) ?? Buffer.alloc(0)]);
  const shared = [...packagePages(course, options.facts), ...media];
  return {
    make: async (target) => {
      const fault = stateFault(course, target);
      if (fault) return fault;
      const { script, style } = packageAssets(target === 'web' ? 'offline' : target);
      const content = [...shared, ['player.js', script] as const, ['guide.css', style] as const].sort(byPath);
      const paths = content.map(([path]) => path);
      return zipped([...manifestOf(course, target, paths, options.edition), ...content]);
    },
    printed: (language) =>
      new Map([
        [launchPage, printPage(course, language, options.facts)],
        ['guide.css', packageAssets('offline').style],
        ...media,
      ]),
  };
}

function stateFault(course: Course, target: PackageTarget): StateTooLarge | null {
  if (target !== 'scorm12' && target !== 'scorm2004') return null;
  const largest = largestState(course);
  const limit = stateLimits[target];
  return largest > limit ? { tooLarge: { largest, limit } } : null;
}

/** What tells the system what the rest is. It stands first, at the root. */
function manifestOf(
  course: Course,
  target: PackageTarget,
  paths: string[],
  edition?: Scorm2004Edition,
): [path: string, content: Buffer][] {
  switch (target) {
    case 'scorm12':
      return [['imsmanifest.xml', Buffer.from(scorm12Manifest(course, paths, launchPage))]];
    case 'scorm2004':
      return [['imsmanifest.xml', Buffer.from(scorm2004Manifest(course, paths, launchPage, edition))]];
    case 'cmi5':
      return [['cmi5.xml', Buffer.from(cmi5Structure(course, launchPage))]];
    case 'web':
      return [];
  }
}

function byPath([a]: readonly [string, Buffer], [b]: readonly [string, Buffer]): number {
  return a < b ? -1 : 1;
}

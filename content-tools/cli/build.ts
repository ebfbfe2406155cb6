import { InvalidArgumentError, Option, type Command } from 'commander';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Course } from '@kursdugnad/core/course/course.js';
import { practicalTasksOf, mainEdition } from '@kursdugnad/core/course/course-parts.js';
import type { Scorm2004Edition } from '@kursdugnad/core/packaging/scorm2004-manifest.js';
import { packageMaker, packageTargets, type PackageMaker, type PackageTarget } from '../package/build-package.js';
import { buildPdf } from '../package/build-pdf.js';
import { readFolder } from '../read/course-folder.js';
import { readCourseFiles } from '../read/read-course.js';
import { CommandRefused, say, type Run } from './command-run.js';
import { courseFolders, type CourseFolder } from './course-folders.js';
import { printable, problemLines, summaryLine } from './problem-lines.js';

const targets = [...packageTargets, 'pdf', 'all'] as const;
type Target = (typeof targets)[number];

interface BuildOptions {
  target: Target;
  out: string;
  edition: Scorm2004Edition;
}

export function buildCommand(command: Command, run: Run): void {
  command
    .description('lag pakker av guiden, til andre læringsplattformer, til disk og til papir')
    .argument('<mappe>', 'en guide, eller en mappe med guider')
    .addOption(
      new Option('--target <mål>', 'hva pakka er til: ' + targets.join(', '))
        .argParser(targetNamed)
        .makeOptionMandatory(),
    )
    .requiredOption('--out <mappe>', 'mappa pakkene legges i')
    .addOption(new Option('--edition <tall>', 'utgave av SCORM 2004: 3 eller 4').argParser(editionNamed).default(4))
    .action((folder: string, options: BuildOptions) => run(build(folder, options)));
}

function targetNamed(text: string): Target {
  const target = targets.find((one) => one === text);
  if (!target)
    throw new InvalidArgumentError(`«${printable(text)}» er ikke et mål. Velg ett av: ${targets.join(', ')}.`);
  return target;
}

function editionNamed(text: string): Scorm2004Edition {
  if (text !== '3' && text !== '4') throw new InvalidArgumentError('Utgaven av SCORM 2004 er 3 eller 4.');
  return text === '3' ? 3 : 4;
}

/** Nothing is written for a guide with errors; the others are built all the same. */
async function build(dir: string, options: BuildOptions): Promise<number> {
  const folders = await courseFolders(dir);
  await mkdir(options.out, { recursive: true }).catch(() => {
    throw new CommandRefused(`Kan ikke lage mappa «${printable(options.out)}».`);
  });
  let failed = 0;
  for (const folder of folders) failed += (await buildOne(folder, options)) ? 0 : 1;
  return failed > 0 ? 1 : 0;
}

async function buildOne(folder: CourseFolder, options: BuildOptions): Promise<boolean> {
  const slug = basename(resolve(folder.dir));
  const files = await readFolder(folder.dir);
  const { course, problems } = readCourseFiles(slug, files);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (!course) {
    for (const line of problemLines({ ...folder, problems: errors })) say(line);
    say(summaryLine([{ ...folder, problems: errors }]));
    say(`Ingenting er laget av «${slug}». Rett feilene og prøv igjen.`);
    return false;
  }
  sayWhatIsLeftOut(course);
  const maker = packageMaker(course, files, { edition: options.edition });
  const wanted = packageTargets.filter((target) => options.target === 'all' || options.target === target);
  let isWhole = true;
  for (const target of wanted) isWhole = (await writePackage(maker, course, target, options.out)) && isWhole;
  if (options.target === 'pdf' || options.target === 'all') {
    const pdf = await writePdf(course, maker, options.out);
    isWhole = isWhole && (pdf || options.target === 'all');
  }
  return isWhole;
}

function sayWhatIsLeftOut(course: Course): void {
  const tasks = practicalTasksOf(mainEdition(course)).length;
  if (tasks === 0) return;
  const which = tasks === 1 ? 'en praktisk oppgave' : `${tasks} praktiske oppgaver`;
  say(`«${course.slug}» har ${which}. Ingen leder kan signere i andre systemer, så der er det bare noe å lese.`);
}

async function writePackage(maker: PackageMaker, { slug }: Course, target: PackageTarget, out: string) {
  const zip = await maker.make(target);
  if ('tooLarge' in zip) {
    const { largest, limit } = zip.tooLarge;
    say(
      `Laget ikke ${target} av «${slug}»: svarene kan fylle ${largest} tegn, og systemet husker bare ${limit}. Del guiden i to, eller gi oppgavene færre forsøk.`,
    );
    return false;
  }
  await write(join(out, `${slug}-${target}.zip`), zip);
  return true;
}

async function writePdf({ slug, editions }: Course, maker: PackageMaker, out: string): Promise<boolean> {
  for (const { language } of editions) {
    const pdf = await buildPdf(maker.printed(language));
    if ('missing' in pdf) {
      say('Laget ikke PDF: det trengs Chrome, Edge eller Chromium på maskinen, og fant ingen av dem.');
      return false;
    }
    await write(join(out, `${slug}-${language}.pdf`), pdf);
  }
  return true;
}

async function write(path: string, content: Buffer): Promise<void> {
  await writeFile(path, content);
  say(`Laget ${printable(path)} (${Math.ceil(content.length / 1024)} kB).`);
}

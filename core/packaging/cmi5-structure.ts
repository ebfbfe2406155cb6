import type { Course, Edition } from '../course/course.js';
import { fraction, packageIds } from './package-ids.js';
import { xml, type Xml } from './xml.js';

/** `cmi5.xml` of a course with one assignable unit. `url` is its page, relative to the zip. */
export function cmi5Structure(course: Course, url: string): string {
  const ids = packageIds(course);
  const { passMark } = course;
  const title = inEach(course, (edition) => edition.title);
  const description = inEach(course, (edition) => edition.summary);
  const moveOn =
    passMark === undefined
      ? xml`moveOn="Completed"`
      : xml`moveOn="CompletedAndPassed" masteryScore="${fraction(passMark)}"`;
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="${ids.course}">
    <title>${title}</title>
    <description>${description}</description>
  </course>
  <au id="${ids.unit}" ${moveOn} launchMethod="AnyWindow" activityType="http://adlnet.gov/expapi/activities/course">
    <title>${title}</title>
    <description>${description}</description>
    <url>${url}</url>
  </au>
</courseStructure>
`.text;
}

function inEach({ editions }: Course, words: (edition: Edition) => string): Xml[] {
  return editions.map((edition) => xml`<langstring lang="${edition.language}">${words(edition)}</langstring>`);
}

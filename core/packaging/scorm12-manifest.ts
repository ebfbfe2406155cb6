import { mainEdition } from '../course/course-parts.js';
import type { Course } from '../course/course.js';
import { packageIds } from './package-ids.js';
import { xml } from './xml.js';

/**
 * `imsmanifest.xml` of a SCORM 1.2 package with one SCO. `files` are all other paths in the package; `launch` is one of
 * them. The pass mark is in whole or broken per cent, as `cmi.core.score.raw` is.
 */
export function scorm12Manifest(course: Course, files: readonly string[], launch: string): string {
  const ids = packageIds(course);
  const { title } = mainEdition(course);
  const { passMark } = course;
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${ids.manifest}" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="${ids.organization}">
    <organization identifier="${ids.organization}">
      <title>${title}</title>
      <item identifier="${ids.item}" identifierref="${ids.resource}" isvisible="true">
        <title>${title}</title>${
          passMark !== undefined &&
          xml`
        <adlcp:masteryscore>${Math.round(passMark * 1e4) / 100}</adlcp:masteryscore>`
        }
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="${ids.resource}" type="webcontent" adlcp:scormtype="sco" href="${launch}">
${files.map((file) => xml`      <file href="${file}"/>\n`)}    </resource>
  </resources>
</manifest>
`.text;
}

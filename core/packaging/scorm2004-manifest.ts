import { mainEdition } from '../course/course-parts.js';
import type { Course } from '../course/course.js';
import { fraction, packageIds, type PackageIds } from './package-ids.js';
import { xml, type Xml } from './xml.js';

export const scorm2004Editions = [3, 4] as const;
export type Scorm2004Edition = (typeof scorm2004Editions)[number];

const schemaVersion: Record<Scorm2004Edition, string> = { 3: '2004 3rd Edition', 4: '2004 4th Edition' };

/** `imsmanifest.xml` of a SCORM 2004 package with one SCO. `files` are all other paths in the package. */
export function scorm2004Manifest(
  course: Course,
  files: readonly string[],
  launch: string,
  edition: Scorm2004Edition = 4,
): string {
  const ids = packageIds(course);
  const { title } = mainEdition(course);
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${ids.manifest}" version="1.0"
  xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
  xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>${schemaVersion[edition]}</schemaversion>
  </metadata>
  <organizations default="${ids.organization}">
    <organization identifier="${ids.organization}" adlseq:objectivesGlobalToSystem="false">
      <title>${title}</title>
      <item identifier="${ids.item}" identifierref="${ids.resource}">
        <title>${title}</title>${edition === 4 && completionThreshold}
        <imsss:sequencing>
          ${objectives(ids, course.passMark)}
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>
      </item>
      <imsss:sequencing>
        <imsss:controlMode choice="true" flow="true"/>
      </imsss:sequencing>
    </organization>
  </organizations>
  <resources>
    <resource identifier="${ids.resource}" type="webcontent" adlcp:scormType="sco" href="${launch}">
${files.map((file) => xml`      <file href="${file}"/>\n`)}    </resource>
  </resources>
</manifest>
`.text;
}

/**
 * Progress says how much is done; whether the course is completed also depends on the pass mark, so the SCO says that.
 * The third edition would let the measure decide, and has no attribute against it.
 */
const completionThreshold = xml`
        <adlcp:completionThreshold completedByMeasure="false" minProgressMeasure="1.0"/>`;

function objectives(ids: PackageIds, passMark: number | undefined): Xml {
  const id = `${ids.item}-objective`;
  if (passMark === undefined) {
    return xml`<imsss:objectives>
            <imsss:primaryObjective objectiveID="${id}" satisfiedByMeasure="false"/>
          </imsss:objectives>`;
  }
  return xml`<imsss:objectives>
            <imsss:primaryObjective objectiveID="${id}" satisfiedByMeasure="true">
              <imsss:minNormalizedMeasure>${fraction(passMark)}</imsss:minNormalizedMeasure>
            </imsss:primaryObjective>
          </imsss:objectives>`;
}

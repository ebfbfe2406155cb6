import type { CourseFiles } from '../read/course-files.js';
import { manifestFacts, type ManifestFault } from './manifest-facts.js';
import { unpackSource } from './source-bundle.js';
import { refusals, type RefusalReason } from './bundle-refusal.js';

/** What a zip is, as far as can be told without running it. */
export interface PackageFacts {
  kind: 'scorm12' | 'scorm2004' | 'cmi5' | 'web' | 'guide';
  /** What the package itself says of its standard; null where it says nothing. */
  version: string | null;
  title: string;
  language: string | null;
  /** How many things in it can be opened. */
  items: number;
  /** The page, or the guide, that it begins with. */
  launch: string;
  warnings: string[];
}

const faults = {
  ...refusals,
  'no-manifest':
    'Zip-fila er ikke en pakke vi kjenner: den har verken imsmanifest.xml, cmi5.xml, index.html eller guide.md.',
  'competing-manifests': 'Zip-fila har mer enn én beskrivelse av hva den er.',
  'manifest-too-large': 'Beskrivelsen i pakka er større enn 5 MB.',
  'manifest-unsafe': 'Beskrivelsen i pakka har en DOCTYPE eller en ENTITY. Det kan skjule noe, så den blir ikke lest.',
  'nothing-launchable': 'Pakka har ingenting som kan åpnes.',
  'launch-missing': 'Siden som pakka starter med, er ikke i den.',
  'launch-elsewhere': 'Pakka starter med en side utenfor seg selv.',
} as const satisfies Record<RefusalReason | ManifestFault | 'no-manifest' | 'competing-manifests', string>;

export type InspectedPackage = PackageFacts | { refused: { reason: keyof typeof faults; message: string } };

const limits = { entries: 20_000, bytes: 1024 * 1024 * 1024 };
const manifests = ['imsmanifest.xml', 'cmi5.xml'];

/** Any bytes give an answer. Nothing is written, and nothing in the package is run. */
export async function inspectPackage(zip: Buffer): Promise<InspectedPackage> {
  const unpacked = await unpackSource(zip, limits);
  if ('refused' in unpacked) return unpacked;
  const { files } = unpacked;
  const there = manifests.filter((name) => files.has(name));
  if (there.length > 1) return refused('competing-manifests');
  const [manifest] = there;
  if (manifest === undefined) return withoutManifest(files);
  const facts = manifestFacts(manifest, files.get(manifest) ?? Buffer.alloc(0), new Set(files.keys()));
  if ('fault' in facts) return refused(facts.fault);
  return { ...facts, language: facts.language ?? languageOf(files.get(facts.launch)) };
}

function withoutManifest(files: CourseFiles): InspectedPackage {
  const guide = files.get('guide.md')?.toString('utf8');
  const page = files.get('index.html');
  const shared = { version: null, items: 1, warnings: [] };
  if (guide !== undefined) {
    const field = (name: string) => new RegExp(`^${name}: *(.+)$`, 'mu').exec(guide.slice(0, 20_000))?.[1]?.trim();
    return {
      ...shared,
      kind: 'guide',
      title: field('title') ?? '',
      language: field('language') ?? null,
      launch: 'guide.md',
    };
  }
  if (!page) return refused('no-manifest');
  const title = /<title>([^<]*)<\/title>/u.exec(page.toString('utf8'))?.[1]?.split(' – ').at(-1) ?? '';
  return { ...shared, kind: 'web', title: title.trim(), language: languageOf(page), launch: 'index.html' };
}

function languageOf(page: Buffer | undefined): string | null {
  return /<html[^>]* lang="([A-Za-z-]{2,20})"/u.exec(page?.toString('utf8', 0, 2_000) ?? '')?.[1] ?? null;
}

function refused(reason: keyof typeof faults): InspectedPackage {
  return { refused: { reason, message: faults[reason] } };
}

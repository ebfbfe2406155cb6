import { acceptanceSchema } from '@kursdugnad/core/course/acceptance.js';
import { languageSchema, licenceSchema, stableIdSchema } from '@kursdugnad/core/course/course.js';
import { factSchema } from '@kursdugnad/core/course/facts.js';
import { z } from 'zod';

const words = z.string().trim().min(1);

const { kind, description, default: standing } = factSchema.shape;

/** What stands at the top of `guide.md`. The descriptions are the table in `docs/forfattere/opplysninger.md`. */
export const frontMatterSchema = z.strictObject({
  title: words.max(80).describe('navnet på guiden, høyst 80 tegn'),
  summary: words.max(300).describe('én eller to setninger om hva den som tar guiden lærer, høyst 300 tegn'),
  language: languageSchema.describe('`nb`, `nn` eller `en`'),
  minutes: z.number().int().min(1).max(120).describe('hvor lang tid den tar, 1–120'),
  licence: licenceSchema.describe('`CC-BY-4.0` (vanlig), `CC-BY-SA-4.0`, `CC-BY-ND-4.0` eller `CC0-1.0`'),
  publisher: words.max(200).describe('hvem som har laget den'),
  topics: z
    .array(words.max(60).refine((topic) => topic === topic.toLocaleLowerCase('nb')))
    .min(1)
    .max(5)
    .describe('ett til fem emneord, små bokstaver'),
  pass: z
    .number()
    .int()
    .min(1)
    .max(100)
    .optional()
    .describe(
      'hvor mange prosent riktige svar som skal til for å bestå. Uten `pass` er det nok å lese alt og svare på alt',
    ),
  valid: z.number().int().min(1).max(120).optional().describe('hvor mange måneder gjennomføringen bør gjelde'),
  sources: z.array(words.max(500)).max(50).optional().describe('hva teksten bygger på, i vanlige ord'),
  facts: z
    .record(stableIdSchema, z.strictObject({ description, default: standing, kind: kind.optional() }))
    .optional()
    .describe('det hver kommune fyller inn selv. Se _Det som er ulikt fra kommune til kommune_'),
  accepted: z
    .array(acceptanceSchema)
    .max(20)
    .optional()
    .describe('feil guiden publiseres med likevel, og hvem som svarer for det. Se _Publisere med en feil_'),
});
export type FrontMatter = z.infer<typeof frontMatterSchema>;
export type Field = keyof FrontMatter;

/** What stands at the top of a translation; the rest is said once, in `guide.md`. */
export const translatedFrontMatterSchema = frontMatterSchema
  .pick({ title: true, summary: true, language: true, sources: true })
  .extend({
    facts: z
      .record(stableIdSchema, z.strictObject({ description: description.optional(), default: standing }))
      .optional(),
  });
export type TranslatedFacts = z.infer<typeof translatedFrontMatterSchema>['facts'];

export const fields = Object.keys(frontMatterSchema.shape) as Field[];

export function fieldMeaning(field: Field): string {
  return frontMatterSchema.shape[field].description ?? '';
}

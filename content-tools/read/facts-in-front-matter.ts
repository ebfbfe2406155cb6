import type { Fact } from '@kursdugnad/core/course/facts.js';
import type { TranslatedFacts } from './front-matter-schema.js';
import type { GuideDraft } from './guide-draft.js';

/** The local facts of one edition. A translation says only what is put in other words. */
export function factsOf(guide: GuideDraft, main: GuideDraft): { facts?: Fact[] } {
  const own: TranslatedFacts = guide.frontMatter.values.facts ?? {};
  const facts = Object.entries(main.frontMatter.values.facts ?? {}).map(([name, fact]): Fact => {
    const said = Object.hasOwn(own, name) ? own[name] : undefined;
    const standing = said?.default ?? fact.default;
    return {
      name,
      kind: fact.kind ?? 'text',
      description: said?.description ?? fact.description,
      ...(standing === undefined ? {} : { default: standing }),
    };
  });
  return facts.length > 0 ? { facts } : {};
}

import { languageSchema } from '@kursdugnad/core/course/course.js';
import { Lexer, type Token } from 'marked';
import { languageInPath } from './course-files.js';
import { readFrontMatter } from './front-matter.js';
import type { GuideDraft, LessonDraft } from './guide-draft.js';
import { tooHeavyAt } from './markdown-weight.js';
import { linesFrom, placedTokens, type PlacedToken } from './placed-tokens.js';
import { readBlocks } from './read-blocks.js';
import { readHeading } from './read-heading.js';
import { sourceText, type TextFault } from './source-text.js';
import { withinTime } from './within-time.js';

/** One guide file as it was written. Any bytes give a draft, soon. */
export function readGuide(file: string, bytes: Buffer): GuideDraft {
  const source = sourceText(bytes);
  if ('fault' in source) return unreadGuide(file, source.fault, 1);
  const isMain = file === 'guide.md';
  const frontMatter = readFrontMatter(source.text, isMain);
  const heavyAt = tooHeavyAt(frontMatter.body);
  if (heavyAt !== null) return unreadGuide(file, 'too-heavy', frontMatter.bodyLine + heavyAt - 1);
  const tokens = withinTime(5_000, () => readTokens(frontMatter.body, frontMatter.bodyLine));
  if (!tokens) return unreadGuide(file, 'too-heavy', 1);
  const language = languageSchema.safeParse(frontMatter.values.language ?? languageInPath(file)).data ?? null;
  return { file, isMain, language, fault: null, frontMatter, tokens, ...readLessons(tokens) };
}

function unreadGuide(file: string, kind: TextFault, line: number): GuideDraft {
  const frontMatter = { present: true, values: {}, faults: [], places: new Map(), bodyLine: 1, body: '' };
  const language = languageSchema.safeParse(languageInPath(file)).data ?? null;
  const nothing = { introduction: { blocks: [], tokens: [] }, lessons: [], tokens: [] };
  return { file, isMain: file === 'guide.md', language, fault: { kind, line }, frontMatter, ...nothing };
}

function readTokens(body: string, bodyLine: number): PlacedToken[] {
  const tokens: Token[] = new Lexer({ gfm: true }).lex(body);
  return placedTokens(tokens, linesFrom(body, bodyLine));
}

/** Cuts the tokens at every top-level heading of depth 1. */
function readLessons(tokens: readonly PlacedToken[]): Pick<GuideDraft, 'introduction' | 'lessons'> {
  const introduction: PlacedToken[] = [];
  const lessons: LessonDraft[] = [];
  for (const placed of tokens) {
    const { token, line, column, parents } = placed;
    const isLesson = token.type === 'heading' && token['depth'] === 1 && parents.length === 0;
    if (isLesson && token.type === 'heading')
      lessons.push({ heading: readHeading(token as never, { line, column }), blocks: [], tokens: [] });
    else if (!isInLessonHeading(parents)) (lessons.at(-1)?.tokens ?? introduction).push(placed);
  }
  for (const lesson of lessons) lesson.blocks = readBlocks(topLevel(lesson.tokens));
  return { introduction: { blocks: readBlocks(topLevel(introduction)), tokens: introduction }, lessons };
}

function isInLessonHeading(parents: readonly Token[]): boolean {
  return parents[0]?.type === 'heading' && (parents[0] as { depth?: number }).depth === 1;
}

function topLevel(tokens: readonly PlacedToken[]): PlacedToken[] {
  return tokens.filter((placed) => placed.parents.length === 0);
}

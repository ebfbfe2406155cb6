import type { ReadStatement } from '@kursdugnad/core/contract/statement-viewer.js';
import { ownSource } from '@kursdugnad/core/runtime/own-source.js';
import type { Words } from '../words/words.js';

/** Who vouches for what an import brought without an authority. */
const imported = 'import';

type Sayer = Pick<Words, 'lrs'>;

/** "Kari Nordmann besto «Brannvern»": who did what with what. */
export function sentenceOf(statement: ReadStatement, words: Sayer): string {
  const { statement: said } = words.lrs;
  return said.sentence(whoIn(statement.who, words), statement.verb.text, whatIn(statement.what, words));
}

export function whoIn({ name, code }: ReadStatement['who'], { lrs }: Sayer): string {
  return name ?? lrs.statement.employee(code);
}

export function whatIn({ kind, text }: ReadStatement['what'], { lrs }: Sayer): string {
  if (kind === 'statement') return lrs.statement.anotherStatement;
  return kind === 'activity' ? lrs.statement.named(text) : text;
}

/** "85 %, bestått"; '' when nothing is said of a result. */
export function resultOf({ percent, success, completion }: ReadStatement, { lrs }: Sayer): string {
  const { statement: said } = lrs;
  const parts = [
    percent !== null && said.percent(percent),
    success !== null && (success ? said.passed : said.failed),
    completion === true && said.completed,
  ];
  return parts.filter(Boolean).join(', ');
}

/** What the key is called; the key itself when it is known no more. */
export function sourceOf({ id, label }: ReadStatement['source'], { lrs }: Sayer): string {
  if (id === ownSource) return lrs.filter.own;
  return label ?? (id === imported ? lrs.statement.imported : lrs.statement.unknownKey(id));
}

/** "1 t 4 min 30 s" for PT1H4M30.2S; what has days, months or years as it stands. */
export function durationIn(duration: string, { lrs }: Sayer): string {
  const [whole, hours, minutes, seconds] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(duration) ?? [];
  if (whole === undefined) return duration;
  const { statement: said } = lrs;
  const parts = [
    hours !== undefined && said.hours(Number(hours)),
    minutes !== undefined && said.minutes(Number(minutes)),
    seconds !== undefined && said.seconds(Math.round(Number(seconds))),
  ];
  return parts.filter(Boolean).join(' ');
}

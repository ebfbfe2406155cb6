import type { Command } from 'commander';
import { allRules } from '../read/rules/all-rules.js';
import { fine } from '../read/rules/example.js';
import { manualPage } from '../read/rules/manual-pages.js';
import type { Rule } from '../read/rules/rule.js';
import type { Run } from './command-run.js';

/** Writes the page that `docs/forfattere/regler.md` must be; a test says when it is not. */
export function rulesCommand(command: Command, run: Run): void {
  command.description('skriv ut siden om reglene').action(() => run(writeManual()));
}

async function writeManual(): Promise<number> {
  process.stdout.write(rulesManual());
  return 0;
}

/** Every rule with its example, by the heading of the manual that it belongs under. */
export function rulesManual(): string {
  const headings = [...new Set(allRules.map((rule) => rule.manual))];
  const sections = headings.map((heading) => {
    const rules = allRules.filter((rule) => rule.manual === heading);
    return [`## ${heading}`, link(heading), ...rules.map(ruleText)].join('\n\n');
  });
  return `${[introduction, ...sections].join('\n\n')}\n`;
}

const introduction = `# Regler

Dette ser \`kurs check\` etter. En **feil** må rettes før guiden kan publiseres. En **advarsel** er et råd. Noen feil kan [en person svare for](opplysninger.md#publisere-med-en-feil).

<!-- Laget av «kurs rules». Endre reglene i content-tools/read/rules/, ikke her. -->`;

function link(heading: string): string {
  const anchor = heading
    .toLocaleLowerCase('nb')
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-');
  return `Les mer: [${heading}](${manualPage(heading)}#${anchor})`;
}

function ruleText({ id, severity, mayBeAccepted, says, mend, fails, passes }: Rule): string {
  const kind = severity === 'warning' ? 'Advarsel' : mayBeAccepted ? 'Feil som kan godtas' : 'Feil';
  const examples = [
    ...(fails.shown ? ['Slik blir det galt:', fenced(fails.shown)] : []),
    ...(fails.shown && passes.shown && passes !== fine ? ['Slik blir det riktig:', fenced(passes.shown)] : []),
  ];
  return [`### \`${id}\``, `${kind}. ${says}`, mend, ...examples].join('\n\n');
}

function fenced(text: string): string {
  const lines = text.length > 500 ? `${text.slice(0, 500)}…` : text;
  return `\`\`\`text\n${lines}\n\`\`\``;
}

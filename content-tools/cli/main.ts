import { Command, CommanderError } from 'commander';
import { buildCommand } from './build.js';
import { checkCommand } from './check.js';
import { CommandRefused } from './command-run.js';
import { inspectCommand } from './inspect.js';
import { newCommand } from './new-course.js';
import { previewCommand } from './preview-command.js';
import { publishCommand } from './publish.js';
import { rulesCommand } from './rules-manual.js';
import { translatedCommand } from './translated.js';

/** The authors' tool. Gives the exit code. */
export async function main(words: readonly string[]): Promise<number> {
  const program = inNorwegian(new Command('kurs'))
    .description('Lag, sjekk, se og publiser guider skrevet i Markdown.')
    .usage('<kommando> [valg]')
    .helpCommand('help [kommando]', 'vis hjelp');
  let code = 0;
  const run = (work: Promise<number>) => work.then((result) => void (code = result));
  newCommand(program.command('new'), run);
  checkCommand(program.command('check'), run);
  previewCommand(program.command('preview'), run);
  translatedCommand(program.command('translated'), run);
  buildCommand(program.command('build'), run);
  inspectCommand(program.command('inspect'), run);
  publishCommand(program.command('publish'), run);
  rulesCommand(program.command('rules', { hidden: true }), run);
  for (const command of program.commands) inNorwegian(command);
  try {
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 || error.code === 'commander.help' ? 0 : 1;
    const refusal = error instanceof CommandRefused ? error.message : `Noe gikk galt: ${String(error)}`;
    process.stderr.write(`${refusal}\n`);
    return 1;
  }
}

const titles: Record<string, string> = {
  'Usage:': 'Bruk:',
  'Arguments:': 'Argumenter:',
  'Options:': 'Valg:',
  'Commands:': 'Kommandoer:',
};

function inNorwegian(command: Command): Command {
  return command
    .helpOption('-h, --help', 'vis hjelp')
    .exitOverride()
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      styleUsage: (usage) => usage.replace('[options]', '[valg]'),
      styleSubcommandTerm: (term) => term.replace('[options]', '[valg]'),
    })
    .configureOutput({ outputError: (text, write) => write(inWords(text)) });
}

/** Commander's own complaints, which are in English. */
function inWords(text: string): string {
  const named = /'([^']*)'/u.exec(text)?.[1] ?? '';
  const seeHelp = 'Skriv «kurs --help» for å se hva som finnes.';
  if (text.includes('unknown command')) return `Kommandoen «${named}» finnes ikke. ${seeHelp}\n`;
  if (text.includes('unknown option')) return `Valget «${named}» finnes ikke. ${seeHelp}\n`;
  if (text.includes('missing required argument')) return `Det mangler noe etter kommandoen: ${named.toUpperCase()}.\n`;
  if (text.includes('required option')) return `Valget «${named}» må være med.\n`;
  if (text.includes('Allowed choices are'))
    return `Velg en av disse: ${/Allowed choices are (.*?)\.?\n/u.exec(text)?.[1] ?? ''}.\n`;
  // An option's own reader has said it in Norwegian.
  if (text.includes(' is invalid. ')) return `${text.slice(text.indexOf(' is invalid. ') + ' is invalid. '.length)}`;
  if (text.includes('argument missing')) return `Det mangler en verdi etter «${named}».\n`;
  if (text.includes('too many arguments')) return `Det står for mye etter kommandoen. ${seeHelp}\n`;
  return text;
}

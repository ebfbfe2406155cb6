import type { Cell } from '@kursdugnad/core/contract/teams.js';
import type { Language } from '@kursdugnad/core/course/course.js';
import { cellInWords } from './cell-in-words.js';

/** One thing to do: a guide, and how it stands with it. */
export interface ToDo {
  title: string;
  cell: Cell;
  link: string;
}

interface Reminded {
  name: string;
  language: Language;
  /** Who asks. */
  leader: string;
  municipality: string;
  today: string;
  todo: ToDo[];
}

interface MailWords {
  subject: (count: number) => string;
  greeting: (name: string) => string;
  asks: (leader: string, count: number) => string;
  howTo: string;
  goodbye: (municipality: string) => string;
}

/** One mail with everything that waits, most urgent first, each with its link. Plain text. */
export function reminderMail(reminded: Reminded): { subject: string; text: string } {
  const { name, language, leader, municipality, today, todo } = reminded;
  const say = words[language];
  const list = todo.map(
    ({ title, cell, link }) => `- ${title}: ${lower(cellInWords(cell, today, language))}\n  ${link}`,
  );
  const parts = [
    say.greeting(name),
    say.asks(leader, todo.length),
    list.join('\n\n'),
    say.howTo,
    say.goodbye(municipality),
  ];
  return { subject: say.subject(todo.length), text: `${parts.join('\n\n')}\n` };
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const words: Record<Language, MailWords> = {
  nb: {
    subject: (count) => (count === 1 ? 'Én guide venter på deg' : `${count} guider venter på deg`),
    greeting: (name) => `Hei, ${name}`,
    asks: (leader, count) =>
      count === 1
        ? `${leader} minner deg på denne guiden, som hører til jobben din:`
        : `${leader} minner deg på disse guidene, som hører til jobben din:`,
    howTo:
      'Du kan ta guidene på mobil, nettbrett eller PC. Blir du avbrutt, fortsetter du der du slapp. Har du tatt dem nylig, kan du se bort fra denne e-posten.',
    goodbye: (municipality) =>
      `Hilsen ${municipality}\nDu kan ikke svare på denne e-posten. Spør lederen din hvis du lurer på noe.`,
  },
  nn: {
    subject: (count) => (count === 1 ? 'Éin guide ventar på deg' : `${count} guidar ventar på deg`),
    greeting: (name) => `Hei, ${name}`,
    asks: (leader, count) =>
      count === 1
        ? `${leader} minner deg på denne guiden, som høyrer til jobben din:`
        : `${leader} minner deg på desse guidane, som høyrer til jobben din:`,
    howTo:
      'Du kan ta guidane på mobil, nettbrett eller PC. Blir du avbroten, held du fram der du slapp. Har du teke dei nyleg, kan du sjå bort frå denne e-posten.',
    goodbye: (municipality) =>
      `Helsing ${municipality}\nDu kan ikkje svare på denne e-posten. Spør leiaren din om du lurer på noko.`,
  },
  en: {
    subject: (count) => (count === 1 ? 'One guide is waiting for you' : `${count} guides are waiting for you`),
    greeting: (name) => `Hello, ${name}`,
    asks: (leader, count) =>
      count === 1
        ? `${leader} reminds you of this guide, which belongs to your job:`
        : `${leader} reminds you of these guides, which belong to your job:`,
    howTo:
      'You can take the guides on a phone, tablet or computer. If you are interrupted, you go on where you stopped. If you have taken them recently, you can disregard this e-mail.',
    goodbye: (municipality) =>
      `Regards, ${municipality}\nYou cannot reply to this e-mail. Ask your leader if you wonder about anything.`,
  },
};

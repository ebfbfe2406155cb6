import type { Words } from '../words.js';

export const versions: Words['versions'] = {
  added: (names) => `New: ${names}.`,
  changed: (names) => `Changed: ${names}.`,
  removed: (names) => `Taken out: ${names}.`,
  redo: (names) => `Those on the way do again: ${names}.`,
  redoAll: 'Everybody takes the guide again, also those who had finished.',
  texts: (count) => (count === 1 ? 'one text' : `${count} texts`),
  more: (count) => `and ${count} more`,
  publish: {
    title: 'What has changed',
    kept: 'Those on the way go on in the new version and keep what they have done. Those who have finished have still finished.',
    onlyWords: 'Only wording, pictures or order have changed. Nobody needs to do anything again.',
    cosmetic: (count) =>
      count === 1
        ? 'Besides, one thing is only said differently.'
        : `Besides, ${count} things are only said differently.`,
    ask: 'What should those on the way do again?',
    askHint: 'We have ticked what we propose. You decide.',
    all: 'Everybody takes the whole guide again, also those who have finished',
    allHint: 'Those who are required to take it get as long as they had the first time.',
  },
};

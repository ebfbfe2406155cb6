// What every process that runs tests begins with. TypeScript is read from its sources, with the paths of
// test/tsconfig.json.
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);

// jest-light-runner 0.8.2 tells all its processes what to run when the first one asks. One that does not listen yet
// would ask in vain, and wait for ever: it is told again here.
const [asks, answer] = ['jest-light-runner-get-worker-data', 'jest-light-runner-worker-data'];
if (process.send) {
  let told;
  const keep = (message) => {
    if (message?.type === answer) told ??= message;
  };
  // Not before somebody else listens: Node holds back all messages until then.
  const begin = (event) => {
    if (event === 'message') process.off('newListener', begin).on('message', keep);
  };
  process.on('newListener', begin);
  const send = process.send.bind(process);
  process.send = (message, ...more) => {
    if (message === asks && told) process.nextTick(() => process.emit('message', told));
    return send(message, ...more);
  };
}
